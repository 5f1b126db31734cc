// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.order.attempt.AttemptOutcome;
import id.siaga.triage.order.attempt.ServiceAttempt;
import id.siaga.triage.order.attempt.ServiceAttempts;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.platform.ContactRoute;
import id.siaga.triage.platform.Platform;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.triage.task.ReadTasks;
import id.siaga.triage.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint does not take an order, or what withdraws it: an officer is asked to take another way before the time for
 * service is over. What has reached the platform by then, by whatever way, needs none; nor does what was asked for before.
 */
@ApplicationScoped
public class GoAnotherWay {

    private final Orders orders;
    private final ServeNext next;
    private final Routes routes;
    private final ServiceAttempts attempts;
    private final Withdrawals withdrawals;
    private final CaseDesk cases;
    private final ReadTasks tasks;
    private final CaseRecord record;
    private final Clock clock;

    GoAnotherWay(
            Orders orders,
            ServeNext next,
            Routes routes,
            ServiceAttempts attempts,
            Withdrawals withdrawals,
            CaseDesk cases,
            ReadTasks tasks,
            CaseRecord record,
            Clock clock) {
        this.orders = orders;
        this.next = next;
        this.routes = routes;
        this.attempts = attempts;
        this.withdrawals = withdrawals;
        this.cases = cases;
        this.tasks = tasks;
        this.record = record;
        this.clock = clock;
    }

    /** Most of the time for service is gone; the endpoint is still tried, but nobody should wait for it any longer. */
    @Transactional
    public void failing(String party, UUID id, @Nullable String error) {
        leave(party, id, OrderStatus.ISSUED, (order, endpoint, at) -> {
            if (tasks.open(TaskKind.SERVE_ORDER, id)) {
                return List.of();
            }
            return List.of(act(order, "service-failing", error, endpoint, at));
        });
    }

    /** Nothing is tried any more: this route has failed, and the next one is due at once. */
    @Transactional
    public void abandoned(String party, UUID id, @Nullable String error) {
        abandoned(party, id, OrderStatus.ISSUED, error);
    }

    /** One endpoint is left for another one of the platform: it is still the turn of its endpoints. */
    @Transactional
    public void failedOver(String party, UUID id, @Nullable String error) {
        about(
                party,
                id,
                Set.of(OrderStatus.ISSUED, OrderStatus.WITHDRAWN),
                (order, platform, endpoint, at) -> List.of(act(order, "service-failed-over", error, endpoint, at)));
    }

    /** The same of news that the order is withdrawn. */
    @Transactional
    public void withdrawalAbandoned(String party, UUID id, @Nullable String error) {
        abandoned(party, id, OrderStatus.WITHDRAWN, error);
    }

    private void abandoned(String party, UUID id, OrderStatus told, @Nullable String error) {
        leave(party, id, told, (order, endpoint, at) -> {
            attempts.add(
                    id,
                    new ServiceAttempt(
                            endpoint.kind().name(),
                            endpoint.address(),
                            AttemptOutcome.FAILED,
                            at,
                            null,
                            error,
                            Actor.SIAGA),
                    at);
            return List.of(act(order, "service-failed", error, endpoint, at));
        });
    }

    /** What it means that the endpoint, whose turn it is, does not take the order; nothing when that is known. */
    private interface Finding {
        List<Act> of(Order order, ContactRoute endpoint, Instant at);
    }

    private void leave(String party, UUID id, OrderStatus told, Finding finding) {
        about(party, id, Set.of(told), (order, platform, endpoint, at) -> {
            List<Act> acts = new ArrayList<>(finding.of(order, endpoint, at));
            if (!acts.isEmpty()) {
                acts.addAll(next.due(id, order.asked().caseId(), platform, at));
            }
            return acts;
        });
    }

    /** What follows for an order whose endpoint's turn it is. */
    private interface Consequence {
        List<Act> of(Order order, Platform platform, ContactRoute endpoint, Instant at);
    }

    /** @param told how an order stands that has got no further than what its platform was to be told */
    private void about(String party, UUID id, Set<OrderStatus> told, Consequence consequence) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Order order = orders.lock(party, id).orElseThrow(TriageRefusal.NotFound::new);
        Platform platform = routes.platform(order.asked().platform());
        Optional<ContactRoute> endpoint = routes.endpoint(id, platform);
        if (!told.contains(order.status()) || known(order) || endpoint.isEmpty()) {
            return;
        }
        cases.lock(order.asked().caseId());
        List<Act> acts = consequence.of(order, platform, endpoint.get(), now);
        if (!acts.isEmpty()) {
            record.append(acts);
        }
    }

    /** Whether the platform need not learn that an order is withdrawn, or has. */
    private boolean known(Order order) {
        return withdrawals
                .of(order.id())
                .filter(withdrawal -> !withdrawal.asksToReinstate() || withdrawal.receivedAt() != null)
                .isPresent();
    }

    private static Act act(Order order, String what, @Nullable String why, ContactRoute endpoint, Instant at) {
        return new Act(
                order.asked().caseId(),
                at,
                Actor.SIAGA,
                what,
                why,
                Map.of("order", order.id(), "route", endpoint.kind()));
    }
}
