// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.attempt.AttemptOutcome;
import id.siaga.triage.order.attempt.ServiceAttempt;
import id.siaga.triage.order.attempt.ServiceAttempts;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.platform.Platform;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.platform.ReceiptRule;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.TaskKind;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** An order reaches its platform: by its endpoint, because it pulls it, or by another channel that a person recorded. */
@ApplicationScoped
public class ServeOrder {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final OrderDesk desk;
    private final Platforms platforms;
    private final ServiceAttempts attempts;
    private final Withdrawals withdrawals;
    private final AskToReinstate reinstatements;
    private final FinishTask tasks;
    private final CaseRecord record;
    private final Clock clock;

    ServeOrder(
            OrderDesk desk,
            Platforms platforms,
            ServiceAttempts attempts,
            Withdrawals withdrawals,
            AskToReinstate reinstatements,
            FinishTask tasks,
            CaseRecord record,
            Clock clock) {
        this.desk = desk;
        this.platforms = platforms;
        this.attempts = attempts;
        this.withdrawals = withdrawals;
        this.reinstatements = reinstatements;
        this.tasks = tasks;
        this.record = record;
        this.clock = clock;
    }

    /** Service by another channel proves receipt at the time that it was served. */
    @Transactional
    public void served(UUID id, String route, String proof, Instant servedAt, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = past("/servedAt", servedAt, now);
        served(id, new ServiceAttempt(route, null, AttemptOutcome.SERVED, at, proof, null, by), "/servedAt", now);
    }

    /** An attempt that succeeded, found to be so at {@code now}. */
    void served(UUID id, ServiceAttempt attempt, String pointer, Instant now) {
        Actor by = attempt.by();
        desk.change(null, id, by, now, order -> {
            String how = "Served by " + attempt.route() + "; proof: " + attempt.proof();
            attempts.add(id, attempt, now);
            if (order.status().withdrawn()) {
                withdrawalServed(order, how, pointer, attempt.at(), by, now);
                return;
            }
            desk.receipt(order, attempt.at(), by, now);
            order.deliver(how, by, now);
        });
    }

    /** When something was done, which was not in the future. */
    static Instant past(String pointer, Instant at, Instant now) {
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new InvalidRequest(pointer, "is in the future");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private void withdrawalServed(Order order, String how, String pointer, Instant servedAt, Actor by, Instant now) {
        Instant withdrawn = withdrawals.of(order.id()).orElseThrow().withdrawnAt();
        if (servedAt.isBefore(withdrawn.minus(CLOCKS_DIFFER))) {
            throw new InvalidRequest(pointer, "is before the withdrawal");
        }
        tasks.finishOf(TaskKind.SERVE_ORDER, order.id(), how, by, now);
        desk.receipt(order, servedAt, by, now);
        record.append(new Act(order.asked().caseId(), now, by, "withdrawal-served", how, Map.of("order", order.id())));
    }

    /** A 2xx of the platform's endpoint; that proves receipt only where its owner has accepted it. */
    @Transactional
    public void delivered(String party, UUID id, Instant receivedAt) {
        arrived(party, id, "The endpoint accepted it.", receivedAt, this::acceptedByEndpoint);
    }

    /** The platform says that it has pulled the order; that proves receipt, whatever it has agreed. */
    @Transactional
    public void committed(String party, UUID id, Instant committedAt) {
        arrived(party, id, "The platform pulled and committed it.", committedAt, order -> true);
    }

    /** The same as the first for news of a withdrawal. */
    @Transactional
    public void withdrawalDelivered(String party, UUID id, Instant receivedAt) {
        withdrawalArrived(party, id, receivedAt, this::acceptedByEndpoint);
    }

    /** The same as the second for news of a withdrawal. */
    @Transactional
    public void withdrawalCommitted(String party, UUID id, Instant committedAt) {
        withdrawalArrived(party, id, committedAt, order -> true);
    }

    private void arrived(String party, UUID id, String how, Instant at, Predicate<Order> provesReceipt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(party, id, Actor.SIAGA, now, order -> {
            // Of an order that is withdrawn by now, it is the withdrawal whose receipt counts.
            if (!order.status().withdrawn() && provesReceipt.test(order)) {
                desk.receipt(order, at.truncatedTo(ChronoUnit.MICROS), Actor.SIAGA, now);
            }
            order.deliver(how, Actor.SIAGA, now);
        });
    }

    private void withdrawalArrived(String party, UUID id, Instant at, Predicate<Order> provesReceipt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(party, id, Actor.SIAGA, now, order -> {
            reinstatements.delivered(order, Actor.SIAGA, now);
            if (order.status().withdrawn() && provesReceipt.test(order)) {
                desk.receipt(order, at.truncatedTo(ChronoUnit.MICROS), Actor.SIAGA, now);
            }
        });
    }

    private boolean acceptedByEndpoint(Order order) {
        Platform platform = platforms.byCode().get(order.asked().platform());
        return platform != null && platform.receiptRule() == ReceiptRule.ENDPOINT_2XX;
    }
}
