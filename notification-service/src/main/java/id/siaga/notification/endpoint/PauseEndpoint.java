// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.breaker.Breakers;
import id.siaga.notification.breaker.Health;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Tells an endpoint nothing for a while. What waits for it ends as if the endpoint did: an order must find another way at
 * once, and what is mere information can be recovered when the endpoint is resumed, which begins anew: what failed is forgotten.
 */
@ApplicationScoped
class PauseEndpoint {

    private final Endpoints endpoints;
    private final Breakers breakers;
    private final Event<EndpointEnded> ended;

    PauseEndpoint(Endpoints endpoints, Breakers breakers, Event<EndpointEnded> ended) {
        this.breakers = breakers;
        this.endpoints = endpoints;
        this.ended = ended;
    }

    @Transactional
    EndpointView pause(Caller caller, UUID id) {
        Endpoint endpoint = find(caller, id);
        // What is so already is left so: a command may be repeated.
        if (endpoint.status() != EndpointStatus.PAUSED && !endpoint.become(EndpointStatus.PAUSED)) {
            throw new NotificationRefusal.NotNow(endpoint.status());
        }
        // The statements behind the event read the row, so it must be there before them.
        endpoints.flush();
        ended.fire(new EndpointEnded(id, "the endpoint was paused"));
        breakers.forget(id);
        return EndpointView.of(endpoint, Health.WELL);
    }

    @Transactional
    EndpointView resume(Caller caller, UUID id) {
        Endpoint endpoint = find(caller, id);
        boolean resumable = endpoint.status() == EndpointStatus.ACTIVE || endpoint.status() == EndpointStatus.PAUSED;
        if (!resumable || endpoint.suspended()) {
            // Verification, not this, makes one active that was never so, or answered 410; readmission of its party
            // makes one active that was paused with it.
            throw new NotificationRefusal.NotNow(endpoint.status());
        }
        endpoint.become(EndpointStatus.ACTIVE);
        return EndpointView.of(endpoint, breakers.health(id));
    }

    private Endpoint find(Caller caller, UUID id) {
        return endpoints
                .findLocked(FindEndpoints.changeableBy(caller), id)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
    }
}
