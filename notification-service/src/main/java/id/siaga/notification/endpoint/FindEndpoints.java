// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.breaker.Breakers;
import id.siaga.notification.breaker.Health;
import id.siaga.web.Caller;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints as the caller may see them: its party's, and every party's for an auditor or operator. */
@ApplicationScoped
public class FindEndpoints {

    private static final Set<String> SEE_ALL = Set.of("auditor", "operator");

    private final Endpoints endpoints;
    private final Breakers breakers;

    FindEndpoints(Endpoints endpoints, Breakers breakers) {
        this.endpoints = endpoints;
        this.breakers = breakers;
    }

    /**
     * One endpoint.
     *
     * @throws NotificationRefusal.EndpointNotFound when there is none that the caller may see
     */
    @Transactional
    public EndpointView get(Caller caller, UUID id) {
        return endpoints
                .find(visibleTo(caller), id)
                .map(this::view)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
    }

    /**
     * One endpoint that is told what happens, locked against its end until the transaction ends.
     *
     * @throws NotificationRefusal.EndpointNotFound when there is none that the caller may change
     * @throws NotificationRefusal.NotNow when it is told nothing
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public EndpointView active(Caller caller, UUID id) {
        Endpoint endpoint =
                endpoints.findLocked(changeableBy(caller), id).orElseThrow(NotificationRefusal.EndpointNotFound::new);
        if (endpoint.status() != EndpointStatus.ACTIVE) {
            throw new NotificationRefusal.NotNow(endpoint.status());
        }
        return view(endpoint);
    }

    /** Locks an endpoint against its end until the transaction ends; false when it is told nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lockActive(UUID id) {
        return endpoints
                .findLocked(null, id)
                .filter(endpoint -> endpoint.status() == EndpointStatus.ACTIVE)
                .isPresent();
    }

    /**
     * Locks an endpoint against its end and against fan-out until the transaction ends, however it stands.
     *
     * @throws NotificationRefusal.EndpointNotFound when there is none that the caller may change
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(Caller caller, UUID id) {
        if (endpoints.findLocked(changeableBy(caller), id).isEmpty()) {
            throw new NotificationRefusal.EndpointNotFound();
        }
    }

    /**
     * One endpoint that the caller may have called.
     *
     * @throws NotificationRefusal.EndpointNotFound when there is none that the caller may change
     * @throws NotificationRefusal.NotNow when it has not shown that it is its owner's, or does not want to be called
     */
    @Transactional
    public EndpointView callable(Caller caller, UUID id) {
        EndpointView endpoint = endpoints
                .find(changeableBy(caller), id)
                .map(this::view)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
        if (!endpoint.status().isVerified()) {
            throw new NotificationRefusal.NotNow(endpoint.status());
        }
        return endpoint;
    }

    @Transactional
    EndpointPage list(Caller caller, int limit, @Nullable String cursor) {
        UUID before = cursor == null ? null : id(Cursor.parse(cursor, 1).getFirst());
        List<Endpoint> rows = endpoints.list(visibleTo(caller), before, limit + 1);
        Map<UUID, Health> health =
                breakers.health(rows.stream().map(Endpoint::id).toList());
        List<EndpointView> found = rows.stream()
                .map(row -> EndpointView.of(row, health.getOrDefault(row.id(), Health.WELL)))
                .toList();
        if (found.size() <= limit) {
            return new EndpointPage(found, null);
        }
        List<EndpointView> page = found.subList(0, limit);
        return new EndpointPage(page, Cursor.of(page.getLast().id().toString()));
    }

    private EndpointView view(Endpoint endpoint) {
        return EndpointView.of(endpoint, breakers.health(endpoint.id()));
    }

    private static @Nullable String visibleTo(Caller caller) {
        return caller.hasAny(SEE_ALL) ? null : caller.party();
    }

    static @Nullable String changeableBy(Caller caller) {
        return caller.has("operator") ? null : caller.party();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Cursor.refused();
        }
    }
}
