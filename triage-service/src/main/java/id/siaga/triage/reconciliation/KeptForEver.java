// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.KeptSince;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** No case goes. */
@ApplicationScoped
class KeptForEver implements KeptSince {

    @Override
    public Instant keptSince() {
        return Instant.EPOCH;
    }
}
