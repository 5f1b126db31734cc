// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.escalation.obligation.Obligations;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.event.News;
import id.siaga.triage.order.OwedOrder;
import id.siaga.triage.order.OwedOrders;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.ReadTasks;
import id.siaga.triage.task.TaskKind;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An approver issues a letter, having heard the platform's reasons, or discards it. */
@ApplicationScoped
public class IssueLetter {

    private static final String DECIDED = "An approver has decided.";
    private static final String NONE_GIVEN = "The platform gave no reasons.";

    private final OwedOrders orders;
    private final CaseDesk cases;
    private final Letters letters;
    private final StopLetters discards;
    private final LetterPage pages;
    private final Obligations obligations;
    private final Clocks clocks;
    private final ReadTasks open;
    private final FinishTask tasks;
    private final CaseRecord record;
    private final Announcements announcements;
    private final Clock clock;

    IssueLetter(
            OwedOrders orders,
            CaseDesk cases,
            Letters letters,
            StopLetters discards,
            LetterPage pages,
            Obligations obligations,
            Clocks clocks,
            ReadTasks open,
            FinishTask tasks,
            CaseRecord record,
            Announcements announcements,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.letters = letters;
        this.discards = discards;
        this.pages = pages;
        this.obligations = obligations;
        this.clocks = clocks;
        this.open = open;
        this.tasks = tasks;
        this.record = record;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Its words stand from now on.
     *
     * @param reasonsOfPlatform why the platform has not acted, as it says; null when it gave none
     */
    @Transactional
    public LetterView issue(UUID id, @Nullable String reasonsOfPlatform, Actor by) {
        Letter letter = lock(id);
        letter.expect(LetterStatus.ISSUED);
        OwedOrder order = orders.find(null, letter.orderId());
        if (letter.step() != null && !order.open()) {
            throw new TriageRefusal.IllegalTransition(
                    "The order", order.status(), order.status().allowed());
        }
        expectWeighed(order, reasonsOfPlatform);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant deadline = deadline(letter, order, now);
        int number = letters.nextNumber(order.id());
        letters.issue(
                id,
                number,
                reasonsOfPlatform,
                deadline,
                pages.write(letter, number, order, reasonsOfPlatform, deadline, Language.ID),
                pages.write(letter, number, order, reasonsOfPlatform, deadline, Language.EN),
                by,
                now);
        Letter issued = letters.find(id).orElseThrow();
        finishTask(letter, by, now);
        record.append(new Act(
                letter.caseId(),
                now,
                by,
                "letter-issued",
                reasonsOfPlatform == null ? NONE_GIVEN : reasonsOfPlatform,
                facts(issued)));
        News news = EscalationNews.issued(issued, order, orders.nextNumber(order.id()), now);
        if (news.audience().isEmpty()) {
            orders.keepToItself(order.id());
        }
        announcements.announce(news);
        return LetterView.of(issued, true);
    }

    /** What a platform refuses is not pressed for before an officer has weighed why, nor as if it had given no reasons. */
    private void expectWeighed(OwedOrder order, @Nullable String reasonsOfPlatform) {
        if (open.open(TaskKind.WEIGH_REFUSAL, order.id())) {
            throw new TriageRefusal.RefusalNotWeighed();
        }
        if (order.refused() && reasonsOfPlatform == null) {
            throw new InvalidRequest("/reasonsOfPlatform", "is needed, since the platform has refused");
        }
    }

    /** The platform has the time to the next letter; what it owes is due when that says so. */
    private @Nullable Instant deadline(Letter letter, OwedOrder order, Instant now) {
        Step step = letter.step();
        if (step == null) {
            return obligations
                    .find(Objects.requireNonNull(letter.obligationId()))
                    .orElseThrow()
                    .dueAt();
        }
        return step.next().isEmpty()
                ? null
                : clocks.start(ClockKind.LETTER_INTERVAL, step.rung(), order.clockSubject(), now)
                        .orElseThrow(() -> new IllegalStateException("No policy sets the time between letters"));
    }

    /** The ladder goes no further by itself. */
    @Transactional
    public LetterView discard(UUID id, String reason, Actor by) {
        Letter letter = lock(id);
        letter.expect(LetterStatus.DISCARDED);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        finishTask(letter, by, now);
        discards.discard(letter, reason, by, now);
        return LetterView.of(letters.find(id).orElseThrow(), true);
    }

    /** The letter, when its order and its case are locked. */
    private Letter lock(UUID id) {
        Letter letter = letters.find(id).orElseThrow(TriageRefusal.NotFound::new);
        orders.lock(letter.orderId());
        cases.lock(letter.caseId());
        return letters.find(id).orElseThrow();
    }

    private void finishTask(Letter letter, Actor by, Instant now) {
        boolean another = letters.of(letter.orderId()).stream()
                .anyMatch(
                        one -> one.status() == LetterStatus.DRAFTED && !one.id().equals(letter.id()));
        if (!another) {
            tasks.finishOf(TaskKind.ISSUE_LETTER, letter.orderId(), DECIDED, by, now);
        }
    }

    private static Map<String, Object> facts(Letter letter) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("order", letter.orderId());
        facts.put("letter", letter.id());
        facts.put("number", Objects.requireNonNull(letter.number()));
        if (letter.step() != null) {
            facts.put("step", letter.step());
        }
        if (letter.obligationId() != null) {
            facts.put("obligation", letter.obligationId());
        }
        return facts;
    }
}
