// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.triage.casework.Progress;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Moves the case of an order on, when the order was the last that it waited for; under the lock of the case. */
@ApplicationScoped
class MoveCase {

    private static final String WITHDRAWN = "What the platform was asked is withdrawn; the desk looks at it again.";
    private static final String REAPPEARED = "It was found back; the desk looks at it again.";
    private static final String CHECKED_WHY = "The platform's answer was checked.";
    private static final Set<OrderStatus> CHECKED = Set.of(OrderStatus.CLOSED);
    private static final Set<OrderStatus> SETTLED = Set.of(OrderStatus.ANSWERED, OrderStatus.CLOSED);

    private final Orders orders;
    private final CaseDesk cases;

    MoveCase(Orders orders, CaseDesk cases) {
        this.orders = orders;
        this.cases = cases;
    }

    void after(Order order, CaseFile file, Actor by, Instant at) {
        switch (order.status()) {
            case ISSUED, DELIVERED, ACKNOWLEDGED, CLARIFICATION_REQUESTED, IMPOSSIBLE -> {
                // The case waits for the answer.
            }
            case REINSTATED -> {
                // The case went on when the order was withdrawn.
            }
            case ANSWERED, CLOSED, WITHDRAWN -> settle(order, file, by, at);
            case REAPPEARED -> undecide(file, REAPPEARED, by, at);
        }
    }

    /** Only what stands counts; a case in which nothing stands any longer is for the desk to decide again. */
    private void settle(Order order, CaseFile file, Actor by, Instant at) {
        Set<OrderStatus> standing = new HashSet<>(orders.othersOf(order));
        standing.add(order.status());
        standing.removeIf(status -> !status.stands());
        if (standing.isEmpty() && file.progress() == Progress.DISMISSED) {
            // It was opened again and dismissed meanwhile, and stays so.
            return;
        } else if (standing.isEmpty()) {
            undecide(file, WITHDRAWN, by, at);
        } else if (file.status() != CaseStatus.DECIDED) {
            // It was opened again, and whatever is decided then says how it goes on.
            return;
        } else if (CHECKED.containsAll(standing)) {
            String why = order.history().getLast().why();
            cases.closed(file, why == null ? CHECKED_WHY : why, by, at);
        } else if (SETTLED.containsAll(standing)) {
            cases.answered(file, at);
        }
    }

    private void undecide(CaseFile file, String why, Actor by, Instant at) {
        switch (file.status()) {
            case DECIDED, CLOSED -> cases.undecided(file, why, by, at);
            case NEW, IN_REVIEW, MERGED -> {
                // Nothing is decided that could be undone.
            }
        }
    }
}
