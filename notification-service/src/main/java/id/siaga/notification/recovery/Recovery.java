// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that is being queued again for an endpoint.
 *
 * @param since and {@code until}: of what time
 * @param types patterns; none for all
 * @param partner whether its party may know what every partner may
 * @param place how far it has come, as its kind counts
 */
record Recovery(
        UUID id,
        UUID endpointId,
        String party,
        RecoveryKind kind,
        Instant since,
        Instant until,
        List<String> types,
        boolean partner,
        List<String> place) {

    boolean covers(Instant time) {
        return !time.isBefore(since) && time.isBefore(until);
    }
}
