// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.breaker.Breakers;
import id.siaga.web.Caller;
import id.siaga.web.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** An owner says anew what its endpoint is to be. */
@ApplicationScoped
class EditEndpoint {

    private final Endpoints endpoints;
    private final CheckEndpoint check;
    private final CustomHeaders headers;
    private final ClientSecrets clientSecrets;
    private final Breakers breakers;
    private final Event<EndpointToVerify> toVerify;

    EditEndpoint(
            Endpoints endpoints,
            CheckEndpoint check,
            CustomHeaders headers,
            ClientSecrets clientSecrets,
            Breakers breakers,
            Event<EndpointToVerify> toVerify) {
        this.breakers = breakers;
        this.clientSecrets = clientSecrets;
        this.toVerify = toVerify;
        this.endpoints = endpoints;
        this.check = check;
        this.headers = headers;
    }

    @Transactional
    EndpointView edit(Caller caller, UUID id, EndpointRequest request, Revision.Condition condition) {
        Endpoint endpoint =
                endpoints.findLocked(caller.party(), id).orElseThrow(NotificationRefusal.EndpointNotFound::new);
        condition.check((long) endpoint.revision());
        check.url("/url", request.url());
        check.fallback(id, endpoint.party(), request.fallbackEndpointId());
        Map<String, String> before = headers.open(id, endpoint.secrets().sealedHeaders());
        Map<String, String> carried = headers.checked(request.customHeaders(), before);
        boolean unknown = endpoint.edit(request.url(), EndpointSettings.of(request));
        endpoint.secrets()
                .authorizeBy(
                        clientSecrets.sealed(id, request, endpoint.secrets().sealedOauthSecret()));
        endpoint.secrets().carry(carried.keySet(), headers.seal(id, carried));
        if (unknown) {
            toVerify.fire(new EndpointToVerify(id, endpoint.urlToVerify()));
        }
        return EndpointView.of(endpoint, breakers.health(id));
    }
}
