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
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.platform.RouteKind;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
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

    private final Sql sql;
    private final Platforms platforms;
    private final ServiceAttempts attempts;
    private final RaiseTasks tasks;
    private final CaseRecord record;

    ServeNext(Sql sql, Platforms platforms, ServiceAttempts attempts, RaiseTasks tasks, CaseRecord record) {
        this.sql = sql;
        this.platforms = platforms;
        this.attempts = attempts;
        this.tasks = tasks;
        this.record = record;
    }

    /** An order whose first route is not an endpoint waits for an officer from the beginning. */
    void issued(Order order, Platform platform, Instant at) {
        if (platform.contactRoutes().stream()
                        .findFirst()
                        .map(ContactRoute::kind)
                        .orElse(null)
                != RouteKind.WEBHOOK) {
            record.append(due(order.id(), order.asked().caseId(), platform, at));
        }
    }

    void overdue(@Observes ClocksFired fired) {
        Map<String, Platform> directory = platforms.byCode();
        List<Act> acts = new ArrayList<>();
        fired.firings().stream()
                .filter(Firing::last)
                .filter(ServeNext::serves)
                .forEach(firing -> acts.addAll(overdue(firing, directory, fired.at())));
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

    private List<Act> overdue(Firing firing, Map<String, Platform> directory, Instant at) {
        UUID id = firing.orderId();
        Platform platform =
                directory.get(sql.list("select platform from orders where id = ?", row -> row.getString("platform"), id)
                        .getFirst());
        if (platform == null) {
            throw new IllegalStateException("Every order's platform is in the directory");
        }
        Optional<ContactRoute> tried = ServiceAttempts.due(platform.contactRoutes(), attempts.of(id));
        tried.filter(route -> route.kind() == RouteKind.WEBHOOK)
                .ifPresent(route -> attempts.add(
                        id,
                        new ServiceAttempt(
                                route.kind().name(),
                                route.address(),
                                AttemptOutcome.FAILED,
                                at,
                                null,
                                NO_RECEIPT,
                                Actor.SIAGA),
                        at));
        return due(id, firing.caseId(), platform, at);
    }

    /** The desk is asked to take the next route; the record names it, unless there is none left. */
    List<Act> due(UUID id, UUID caseId, Platform platform, Instant at) {
        Optional<ContactRoute> next = ServiceAttempts.due(platform.contactRoutes(), attempts.of(id));
        Map<String, Object> facts = new HashMap<>(Map.of("order", id));
        next.ifPresent(route -> facts.put("route", route.kind()));
        List<Act> acts = new ArrayList<>(List.of(new Act(caseId, at, Actor.SIAGA, "service-route-due", null, facts)));
        acts.addAll(tasks.raise(
                List.of(new RaiseTasks.Raised(TaskKind.SERVE_ORDER, caseId, null, id, standing(caseId), 1)), at));
        return acts;
    }

    private String standing(UUID caseId) {
        return sql.list("select progress from case_file where id = ?", row -> row.getString("progress"), caseId)
                .getFirst();
    }
}
