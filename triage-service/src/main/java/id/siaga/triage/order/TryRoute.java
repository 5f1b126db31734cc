// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.order.attempt.AttemptRequest;
import id.siaga.triage.order.attempt.ServiceAttempt;
import id.siaga.triage.order.attempt.ServiceAttemptView;
import id.siaga.triage.order.attempt.ServiceAttempts;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.platform.ContactRoute;
import id.siaga.triage.platform.Platform;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An officer tries to serve an order by one of its platform's contact routes, and says what came of it. */
@ApplicationScoped
public class TryRoute {

    private final Orders orders;
    private final OrderDesk desk;
    private final ServeOrder services;
    private final ServeNext next;
    private final ServiceAttempts attempts;
    private final Routes routes;
    private final Withdrawals withdrawals;
    private final CaseDesk cases;
    private final CaseRecord record;
    private final Clock clock;

    TryRoute(
            Orders orders,
            OrderDesk desk,
            ServeOrder services,
            ServeNext next,
            ServiceAttempts attempts,
            Routes routes,
            Withdrawals withdrawals,
            CaseDesk cases,
            CaseRecord record,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.services = services;
        this.next = next;
        this.attempts = attempts;
        this.routes = routes;
        this.withdrawals = withdrawals;
        this.cases = cases;
        this.record = record;
        this.clock = clock;
    }

    /**
     * How an order was tried to be served, the oldest first.
     *
     * @param due the contact route that comes next; none when it was served, or when all have failed
     */
    public record AttemptList(
            List<ServiceAttemptView> attempts, @Nullable ContactRoute due) {}

    @Transactional
    public AttemptList of(UUID id) {
        Order order = orders.find(null, id).orElseThrow(TriageRefusal.NotFound::new);
        return new AttemptList(
                attempts.of(id),
                received(order) ? null : routes.due(id, platform(order)).orElse(null));
    }

    private boolean received(Order order) {
        return withdrawals
                .of(order.id())
                .map(withdrawal -> !withdrawal.asksToReinstate() || withdrawal.receivedAt() != null)
                .orElse(order.times().receivedAt != null);
    }

    /** What follows is for its outcome to say: nothing, the next route, or receipt. */
    @Transactional
    public AttemptList tried(UUID id, AttemptRequest request, Actor by) {
        request.check();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = ServeOrder.past("/at", request.at(), now);
        Order order = orders.lock(null, id).orElseThrow(TriageRefusal.NotFound::new);
        ServiceAttempt attempt = request.attempt(platform(order).contactRoutes(), routes.tried(id), at, by);
        switch (attempt.outcome()) {
            case SERVED -> services.served(id, attempt, "/at", now);
            case TRIED, FAILED -> unproven(order, attempt, by, now);
        }
        return of(id);
    }

    private void unproven(Order order, ServiceAttempt attempt, Actor by, Instant now) {
        Platform platform = platform(order);
        cases.lock(order.asked().caseId());
        attempts.add(order.id(), attempt, now);
        List<Act> acts = new ArrayList<>(List.of(new Act(
                order.asked().caseId(),
                now,
                by,
                "service-" + attempt.outcome().code(),
                attempt.note(),
                Map.of("order", order.id(), "route", attempt.route()))));
        switch (attempt.outcome()) {
            case TRIED -> {
                if (platform.actWithoutProof() && !order.status().withdrawn()) {
                    desk.receipt(order, attempt.at(), by, now);
                }
            }
            case FAILED -> acts.addAll(next.due(order.id(), order.asked().caseId(), platform, now));
            case SERVED -> throw new IllegalStateException("What was served is proven");
        }
        record.append(acts);
    }

    private Platform platform(Order order) {
        return routes.platform(order.asked().platform());
    }
}
