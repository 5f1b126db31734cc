// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.withdrawal.Withdrawal;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes orders back: nothing more is to be done, and what was done is to be undone. */
@ApplicationScoped
public class WithdrawOrders {

    private final Orders orders;
    private final OrderDesk desk;
    private final Withdrawals withdrawals;
    private final Clock clock;

    WithdrawOrders(Orders orders, OrderDesk desk, Withdrawals withdrawals, Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /** One order; saying the same of it again changes nothing. */
    @Transactional
    public void withdraw(UUID id, String reason, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(null, id, by, now, order -> {
            boolean again = withdrawals
                    .of(id)
                    .map(Withdrawal::reason)
                    .filter(reason::equals)
                    .isPresent();
            if (!again) {
                order.withdraw(reason, by, now);
            }
        });
    }

    /**
     * All orders that follow from a decision, except for those that are withdrawn already; within the caller's transaction,
     * which holds no lock of a case yet. When nothing else of the case stands, it is in review then.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdrawAllOf(UUID decisionId, String reason, Actor by, Instant at) {
        withdraw(orders.issuedBy(decisionId), reason, by, at);
    }

    /** The same for some orders of one case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(Collection<UUID> ids, String reason, Actor by, Instant at) {
        // All orders before the case, which the first change locks.
        List<Order> locked = ids.stream()
                .sorted()
                .map(id -> orders.lock(null, id).orElseThrow(TriageRefusal.NotFound::new))
                .toList();
        if (locked.stream().map(order -> order.asked().caseId()).distinct().count() > 1) {
            throw new IllegalArgumentException("Cases are locked in their own order, so that one is all there may be");
        }
        for (Order order : locked) {
            if (!order.status().withdrawn()) {
                desk.change(null, order.id(), by, at, one -> one.withdraw(reason, by, at));
            }
        }
    }
}
