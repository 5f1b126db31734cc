// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.reconciliation;

import id.siaga.notification.delivery.KeptEvents;
import id.siaga.reconciliation.KeptSince;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Events are kept for a time. */
@ApplicationScoped
class KeptEventsSince implements KeptSince {

    private final KeptEvents events;

    KeptEventsSince(KeptEvents events) {
        this.events = events;
    }

    @Override
    @Transactional
    public Instant keptSince() {
        return events.since();
    }
}
