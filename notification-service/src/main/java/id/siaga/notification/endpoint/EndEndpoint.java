// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.breaker.Breakers;
import id.siaga.notification.breaker.Troubles;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends an endpoint: its owner deletes it or leaves, it says of itself that it is gone, or has failed for too long. */
@ApplicationScoped
public class EndEndpoint {

    private final Endpoints endpoints;
    private final RetiringSecrets retiring;
    private final Breakers breakers;
    private final Troubles troubles;
    private final Event<EndpointEnded> ended;
    private final Event<EndpointDisabled> disabled;
    private final Clock clock;

    EndEndpoint(
            Endpoints endpoints,
            RetiringSecrets retiring,
            Breakers breakers,
            Troubles troubles,
            Event<EndpointEnded> ended,
            Event<EndpointDisabled> disabled,
            Clock clock) {
        this.retiring = retiring;
        this.endpoints = endpoints;
        this.breakers = breakers;
        this.troubles = troubles;
        this.ended = ended;
        this.disabled = disabled;
        this.clock = clock;
    }

    @Transactional
    void delete(Caller caller, UUID id) {
        Endpoint endpoint = endpoints
                .findLocked(FindEndpoints.changeableBy(caller), id)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
        delete(endpoint, "the endpoint was deleted");
    }

    /** With its secrets. */
    void delete(Endpoint endpoint, String why) {
        retiring.forget(endpoint.id());
        end(endpoint, EndpointStatus.DELETED, why);
        breakers.forget(endpoint.id());
    }

    /** The endpoint answered 410. Nothing happens to one that has ended already. */
    @Transactional
    public void gone(UUID id) {
        endpoints.findLocked(null, id).ifPresent(endpoint -> disable(endpoint, DisableReason.GONE));
    }

    /** The endpoint has not succeeded for days, unless it has, just before it was locked. */
    @Transactional
    public void giveUp(UUID id) {
        endpoints
                .findLocked(null, id)
                .filter(endpoint -> troubles.overdue(id).isPresent())
                .ifPresent(endpoint -> disable(endpoint, DisableReason.FAILING));
    }

    private void disable(Endpoint endpoint, DisableReason reason) {
        if (end(endpoint, EndpointStatus.DISABLED, reason.why())) {
            disabled.fire(new EndpointDisabled(endpoint.id(), endpoint.owner(), reason));
            breakers.forget(endpoint.id());
        }
    }

    private boolean end(Endpoint endpoint, EndpointStatus status, String why) {
        if (!endpoint.end(status, clock.instant())) {
            return false;
        }
        // The statements behind the event read the row, so it must be there before them.
        endpoints.flush();
        ended.fire(new EndpointEnded(endpoint.id(), why));
        return true;
    }
}
