// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Seals anew what one endpoint has, under its row's lock: who edits it or gives it a secret comes before or after. */
@ApplicationScoped
class ResealEndpoint {

    private final Endpoints endpoints;
    private final RetiringSecrets retiring;

    ResealEndpoint(Endpoints endpoints, RetiringSecrets retiring) {
        this.endpoints = endpoints;
        this.retiring = retiring;
    }

    /** Those that come after one, in the order of their ids. */
    @Transactional
    List<UUID> after(UUID last, int most) {
        return endpoints.idsAfter(last, most);
    }

    /** Does nothing for an endpoint that was deleted meanwhile: its secrets are forgotten. */
    @Transactional
    void reseal(UUID id, Resealing resealing) {
        endpoints.findLocked(null, id).ifPresent(endpoint -> {
            endpoint.secrets().reseal(id, resealing);
            retiring.reseal(id, resealing);
        });
    }
}
