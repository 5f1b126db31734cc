// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.breaker.Breakers;
import id.siaga.web.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;

/** The endpoints of a party are told nothing while it is suspended, and end when it leaves. */
@ApplicationScoped
class FollowStanding {

    private static final String SUSPENDED = "its party is suspended";
    private static final String LEFT = "its party has left";

    private final Endpoints endpoints;
    private final EndEndpoint end;
    private final Breakers breakers;
    private final Event<EndpointEnded> ended;

    FollowStanding(Endpoints endpoints, EndEndpoint end, Breakers breakers, Event<EndpointEnded> ended) {
        this.endpoints = endpoints;
        this.end = end;
        this.breakers = breakers;
        this.ended = ended;
    }

    @Transactional
    void follow(@Observes StandingChanged change) {
        List<Endpoint> all = endpoints.lockAll(change.party());
        switch (change.standing()) {
            case ADMITTED -> all.forEach(Endpoint::readmit);
            case SUSPENDED -> suspend(all, SUSPENDED);
            case LEFT -> {
                suspend(all, LEFT);
                all.forEach(endpoint -> end.delete(endpoint, LEFT));
            }
        }
    }

    /** All first, and then what waits for each: else one would be told what another is not. */
    private void suspend(List<Endpoint> all, String why) {
        List<Endpoint> told = all.stream().filter(Endpoint::suspend).toList();
        endpoints.flush();
        told.forEach(endpoint -> {
            ended.fire(new EndpointEnded(endpoint.id(), why));
            breakers.forget(endpoint.id());
        });
    }
}
