// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Ends an endpoint: its owner deletes it, or it says of itself that it is gone. */
@ApplicationScoped
public class EndEndpoint {

    private final Endpoints endpoints;
    private final RetiringSecrets retiring;
    private final Event<EndpointEnded> ended;
    private final Clock clock;

    EndEndpoint(Endpoints endpoints, RetiringSecrets retiring, Event<EndpointEnded> ended, Clock clock) {
        this.retiring = retiring;
        this.endpoints = endpoints;
        this.ended = ended;
        this.clock = clock;
    }

    @Transactional
    void delete(Caller caller, UUID id) {
        Endpoint endpoint = endpoints
                .findLocked(FindEndpoints.changeableBy(caller), id)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
        retiring.forget(id);
        end(endpoint, EndpointStatus.DELETED, "the endpoint was deleted");
    }

    /** The endpoint answered 410. Nothing happens to one that has ended already. */
    @Transactional
    public void disable(UUID id) {
        endpoints
                .findLocked(null, id)
                .ifPresent(endpoint ->
                        end(endpoint, EndpointStatus.DISABLED, "the endpoint answered 410 and was disabled"));
    }

    private void end(Endpoint endpoint, EndpointStatus status, String why) {
        if (endpoint.end(status, clock.instant())) {
            // The statements behind the event read the row, so it must be there before them.
            endpoints.flush();
            ended.fire(new EndpointEnded(endpoint.id(), why));
        }
    }
}
