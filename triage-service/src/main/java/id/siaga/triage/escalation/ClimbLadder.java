// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.clock.ClocksFired;
import id.siaga.triage.clock.Firing;
import id.siaga.triage.order.Instrument;
import id.siaga.triage.order.OwedOrder;
import id.siaga.triage.order.OwedOrders;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One step up the ladder for each limit that a platform has missed, in the transaction that fires the clock and holds the
 * order. A reminder goes by itself, and is all that instruments but an ORDER have; a letter is only drafted.
 */
@ApplicationScoped
class ClimbLadder {

    /** After the news that the limit has passed. */
    private static final int LATER = 3000;

    private final OwedOrders orders;
    private final Letters letters;
    private final DraftLetter drafts;

    ClimbLadder(OwedOrders orders, Letters letters, DraftLetter drafts) {
        this.orders = orders;
        this.letters = letters;
        this.drafts = drafts;
    }

    void climb(@Observes @Priority(LATER) ClocksFired fired) {
        List<Act> acts = new ArrayList<>();
        fired.firings().stream().filter(Firing::last).forEach(firing -> acts.addAll(climb(firing, fired)));
        fired.record(acts);
    }

    private List<Act> climb(Firing firing, ClocksFired fired) {
        return switch (firing.kind()) {
            case ACT_LEGAL -> legalDueMissed(orders.find(null, firing.orderId()), firing, fired);
            case ACT_TARGET -> targetMissed(orders.find(null, firing.orderId()), firing, fired);
            case LETTER_INTERVAL -> intervalOver(orders.find(null, firing.orderId()), fired.at());
            // These are the desk's own, or ask for something else than what the order says.
            case TRIAGE, APPROVE, EMERGENCY_REVIEW, APPEAL_ANSWER, SERVICE, CLARIFICATION_REPLY, REINSTATE -> List.of();
        };
    }

    /** Where the law sets a limit, a target that was missed is for the statistics alone. */
    private List<Act> targetMissed(OwedOrder order, Firing firing, ClocksFired fired) {
        return order.legalDue() == null ? List.of(remind(order, firing, fired)) : List.of();
    }

    private List<Act> legalDueMissed(OwedOrder order, Firing firing, ClocksFired fired) {
        List<Act> acts = new ArrayList<>(List.of(remind(order, firing, fired)));
        if (order.instrument() == Instrument.ORDER) {
            acts.addAll(drafts.act(order, Step.LETTER_1, fired.at()));
        }
        return acts;
    }

    /** What was issued last says which letter is next. */
    private List<Act> intervalOver(OwedOrder order, Instant at) {
        Optional<Step> last = letters.of(order.id()).stream()
                .filter(letter -> letter.status() == LetterStatus.ISSUED)
                .map(Letter::step)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second);
        return last.flatMap(Step::next).map(next -> drafts.act(order, next, at)).orElse(List.of());
    }

    private Act remind(OwedOrder order, Firing firing, ClocksFired fired) {
        fired.announce(
                List.of(EscalationNews.reminded(order, firing.dueAt(), orders.nextNumber(order.id()), fired.at())));
        Map<String, Object> facts = new HashMap<>();
        facts.put("order", order.id());
        facts.put("step", Step.REMINDER);
        facts.put("dueAt", firing.dueAt());
        return new Act(order.caseId(), fired.at(), Actor.SIAGA, "order-escalated", null, facts);
    }
}
