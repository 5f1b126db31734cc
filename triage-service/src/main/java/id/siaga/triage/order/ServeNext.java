// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClocksFired;
import id.siaga.triage.clock.Firing;
import id.siaga.triage.order.attempt.AttemptOutcome;
import id.siaga.triage.order.attempt.ServiceAttempt;
import id.siaga.triage.order.attempt.ServiceAttempts;
import id.siaga.triage.platform.ContactRoute;
import id.siaga.triage.platform.Platform;
import id.siaga.triage.platform.RouteKind;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
import id.siaga.triage.task.TaskRoute;
import id.siaga.web.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sees to it that an order which its endpoint has not brought home goes another way: an officer is asked to take the next
 * contact route. Endpoints are tried by notification-service alone, from the issue to the end of the service clock.
 */
@ApplicationScoped
class ServeNext {

    private static final String NO_RECEIPT = "Nothing proved receipt by the time for service.";
    private static final String NOT_ADMITTED = "The platform's party is suspended or has left, and is told nothing.";

    private final Sql sql;
    private final Routes routes;
    private final ServiceAttempts attempts;
    private final RaiseTasks tasks;
    private final CaseRecord record;
    private final Admission admission;

    ServeNext(
            Sql sql,
            Routes routes,
            ServiceAttempts attempts,
            RaiseTasks tasks,
            CaseRecord record,
            Admission admission) {
        this.sql = sql;
        this.routes = routes;
        this.attempts = attempts;
        this.tasks = tasks;
        this.record = record;
        this.admission = admission;
    }

    /** An order whose first route is not an endpoint that is told anything waits for an officer from the beginning. */
    void issued(Order order, Platform platform, Instant at) {
        Optional<ContactRoute> endpoint =
                platform.contactRoutes().stream().findFirst().filter(route -> route.kind() == RouteKind.WEBHOOK);
        if (endpoint.isPresent() && !admission.excludes(platform.party())) {
            return;
        }
        endpoint.ifPresent(route -> attempts.add(order.id(), failed(route, NOT_ADMITTED, at), at));
        record.append(due(order.id(), order.asked().caseId(), platform, at));
    }

    private static ServiceAttempt failed(ContactRoute route, String why, Instant at) {
        return new ServiceAttempt(
                route.kind().name(), route.address(), AttemptOutcome.FAILED, at, null, why, Actor.SIAGA);
    }

    void overdue(@Observes ClocksFired fired) {
        List<Act> acts = new ArrayList<>();
        fired.firings().stream()
                .filter(Firing::last)
                .filter(ServeNext::serves)
                .forEach(firing -> acts.addAll(overdue(firing, fired.at())));
        fired.record(acts);
    }

    private static boolean serves(Firing firing) {
        return switch (firing.kind()) {
            case SERVICE -> true;
            case TRIAGE,
                    APPROVE,
                    EMERGENCY_REVIEW,
                    APPEAL_ANSWER,
                    ACT_TARGET,
                    ACT_LEGAL,
                    CLARIFICATION_REPLY,
                    REINSTATE,
                    LETTER_INTERVAL -> false;
        };
    }

    private List<Act> overdue(Firing firing, Instant at) {
        UUID id = firing.orderId();
        Platform platform = routes.platform(
                sql.list("select platform from orders where id = ?", row -> row.getString("platform"), id)
                        .getFirst());
        routes.due(id, platform)
                .filter(route -> route.kind() == RouteKind.WEBHOOK)
                .ifPresent(route -> attempts.add(id, failed(route, NO_RECEIPT, at), at));
        return due(id, firing.caseId(), platform, at);
    }

    /** The desk is asked to take the next route; task and record name it, unless there is none left. */
    List<Act> due(UUID id, UUID caseId, Platform platform, Instant at) {
        Optional<ContactRoute> next = routes.byHand(id, platform);
        Map<String, Object> facts = new HashMap<>(Map.of("order", id));
        next.ifPresent(route -> facts.put("route", route.kind()));
        List<Act> acts = new ArrayList<>(List.of(new Act(caseId, at, Actor.SIAGA, "service-route-due", null, facts)));
        acts.addAll(tasks.raise(
                List.of(new RaiseTasks.Raised(
                        TaskKind.SERVE_ORDER,
                        caseId,
                        null,
                        id,
                        standing(caseId),
                        1,
                        next.map(route -> new TaskRoute(route.kind(), route.address()))
                                .orElse(null))),
                at));
        return acts;
    }

    private String standing(UUID caseId) {
        return sql.list("select progress from case_file where id = ?", row -> row.getString("progress"), caseId)
                .getFirst();
    }
}
