// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.escalation.obligation.Obligation;
import id.siaga.triage.escalation.obligation.ObligationRequest;
import id.siaga.triage.escalation.obligation.ObligationStatus;
import id.siaga.triage.escalation.obligation.Obligations;
import id.siaga.triage.order.OwedOrder;
import id.siaga.triage.order.OwedOrders;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What is imposed with a letter, pressed for by letters of its own, and settled; whatever became of the content. */
@ApplicationScoped
public class HandleObligation {

    private final OwedOrders orders;
    private final CaseDesk cases;
    private final Letters letters;
    private final DraftLetter drafts;
    private final Obligations obligations;
    private final CaseRecord record;
    private final Clock clock;

    HandleObligation(
            OwedOrders orders,
            CaseDesk cases,
            Letters letters,
            DraftLetter drafts,
            Obligations obligations,
            CaseRecord record,
            Clock clock) {
        this.orders = orders;
        this.cases = cases;
        this.letters = letters;
        this.drafts = drafts;
        this.obligations = obligations;
        this.record = record;
        this.clock = clock;
    }

    /** With a draft of the order, whose words name it from then on. */
    @Transactional
    public Obligation impose(UUID orderId, ObligationRequest request, Actor by) {
        OwedOrder order = orders.lock(orderId);
        cases.lock(order.caseId());
        letters.find(request.letterId())
                .filter(one -> one.orderId().equals(orderId) && one.step() != null)
                .orElseThrow(() -> new InvalidRequest("/letterId", "is no letter about what this order says"))
                .expect(LetterStatus.ISSUED);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!request.dueAt().isAfter(now)) {
            throw new InvalidRequest("/dueAt", "is in the past");
        }
        UUID id = obligations.impose(orderId, order.caseId(), request, by, now);
        record.append(new Act(
                order.caseId(),
                now,
                by,
                "obligation-imposed",
                request.legalBasis(),
                Map.of(
                        "order", orderId,
                        "obligation", id,
                        "letter", request.letterId(),
                        "amount", request.amount(),
                        "currency", request.currency())));
        return one(id);
    }

    /** Another letter about what is still owed; an approver issues it as any other. */
    @Transactional
    public LetterView press(UUID id, Actor by) {
        Obligation obligation = lock(id);
        expect(obligation, ObligationStatus.PAID);
        Letter imposing = letters.find(obligation.letterId()).orElseThrow();
        if (imposing.status() != LetterStatus.ISSUED) {
            throw new TriageRefusal.IllegalTransition(
                    "The letter", imposing.status(), imposing.status().allowed());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Act> acts = new ArrayList<>();
        UUID letter = drafts.obligation(orders.find(null, obligation.orderId()), id, by, now, acts);
        record.append(acts);
        return LetterView.of(letters.find(letter).orElseThrow(), true);
    }

    @Transactional
    public Obligation settle(UUID id, ObligationStatus status, String reason, Actor by) {
        Obligation obligation = lock(id);
        expect(obligation, status);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        obligations.settle(id, status, reason, by, now);
        record.append(new Act(
                obligation.caseId(),
                now,
                by,
                "obligation-" + status.name().toLowerCase(Locale.ROOT),
                reason,
                Map.of("order", obligation.orderId(), "obligation", id)));
        return one(id);
    }

    @Transactional
    public Obligation one(UUID id) {
        return obligations.find(id).orElseThrow(TriageRefusal.NotFound::new);
    }

    @Transactional
    public List<Obligation> of(UUID orderId) {
        orders.find(null, orderId);
        return obligations.of(orderId);
    }

    private Obligation lock(UUID id) {
        Obligation obligation = one(id);
        orders.lock(obligation.orderId());
        cases.lock(obligation.caseId());
        return one(id);
    }

    private static void expect(Obligation obligation, ObligationStatus next) {
        if (!obligation.status().canBecome(next)) {
            throw new TriageRefusal.IllegalTransition(
                    "The obligation", obligation.status(), obligation.status().allowed());
        }
    }
}
