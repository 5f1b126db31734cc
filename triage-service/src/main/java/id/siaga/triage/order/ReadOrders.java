// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.check.Checks;
import id.siaga.triage.order.check.FindingView;
import id.siaga.triage.order.check.LocatorFinding;
import id.siaga.triage.order.waiting.Waits;
import id.siaga.triage.order.withdrawal.WithdrawalView;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders as platforms and the desk read them. */
@ApplicationScoped
public class ReadOrders {

    private final Orders orders;
    private final Waits waits;
    private final Withdrawals withdrawals;
    private final Checks checks;

    ReadOrders(Orders orders, Waits waits, Withdrawals withdrawals, Checks checks) {
        this.orders = orders;
        this.waits = waits;
        this.withdrawals = withdrawals;
        this.checks = checks;
    }

    /**
     * One order.
     *
     * @param party whose order it must be, to whom no person of the desk is named; null for the desk
     */
    @Transactional
    public OrderView one(@Nullable String party, UUID id) {
        Order order = orders.find(party, id).orElseThrow(TriageRefusal.NotFound::new);
        return OrderView.of(
                order,
                step -> shown(step, party),
                findings(id, party == null),
                waits.of(id),
                waits.left(id),
                withdrawals.of(id).map(WithdrawalView::of).orElse(null));
    }

    private Function<UUID, List<FindingView>> findings(UUID id, boolean desk) {
        List<LocatorFinding> found = checks.findings(id);
        return locator -> found.stream()
                .filter(one -> one.locatorId().equals(locator))
                .map(one -> FindingView.of(one, desk))
                .toList();
    }

    private static String shown(Transition step, @Nullable String party) {
        boolean own =
                party == null || step.party().equals(party) || step.party().equals(Actor.SIAGA.party());
        return own ? Actor.shown(step.party(), step.who()) : "desk";
    }

    /**
     * A page of orders, the newest first.
     *
     * @param party whose orders; null for all
     */
    @Transactional
    public List<OrderSummary> page(
            @Nullable String party, @Nullable OrderStatus status, @Nullable UUID after, int limit) {
        return orders.page(party, status, after, limit);
    }

    @Transactional
    public List<OrderSummary> of(UUID caseId) {
        return orders.of(caseId);
    }

    /** Whether nothing that stands of a case is left to be looked at; asked under the lock of the case. */
    @Transactional
    public boolean allChecked(UUID caseId) {
        List<OrderStatus> standing = orders.of(caseId).stream()
                .map(OrderSummary::status)
                .filter(OrderStatus::stands)
                .toList();
        return !standing.isEmpty() && standing.stream().allMatch(status -> status == OrderStatus.CLOSED);
    }

    @Transactional
    public List<UUID> issuedBy(UUID decisionId) {
        return orders.issuedBy(decisionId);
    }
}
