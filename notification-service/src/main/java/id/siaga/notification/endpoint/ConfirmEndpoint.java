// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Admission;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A URL has shown that it is its owner's, or is asked to show it once more. */
@ApplicationScoped
public class ConfirmEndpoint {

    private final Endpoints endpoints;
    private final Admission admission;
    private final Event<EndpointToVerify> toVerify;

    ConfirmEndpoint(Endpoints endpoints, Admission admission, Event<EndpointToVerify> toVerify) {
        this.endpoints = endpoints;
        this.admission = admission;
        this.toVerify = toVerify;
    }

    /** Takes the URL up; false when the endpoint has another one by now, is gone, or its party is told nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean confirm(UUID id, String url) {
        return endpoints
                .findLocked(null, id)
                .filter(endpoint -> !admission.excludes(endpoint.party()))
                .map(endpoint -> endpoint.verified(url))
                .orElse(false);
    }

    /**
     * Has the endpoint's URL challenged again, the new one where there is one.
     *
     * @throws NotificationRefusal.EndpointNotFound when the caller may change no such endpoint
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ask(Caller caller, UUID id) {
        Endpoint endpoint = endpoints
                .findLocked(FindEndpoints.changeableBy(caller), id)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
        toVerify.fire(new EndpointToVerify(id, endpoint.urlToVerify()));
    }
}
