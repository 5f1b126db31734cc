// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import java.time.Instant;

/** From when on a service keeps what its books tell of. */
@FunctionalInterface
public interface KeptSince {
    /** What came before may be gone by intention. */
    Instant keptSince();
}
