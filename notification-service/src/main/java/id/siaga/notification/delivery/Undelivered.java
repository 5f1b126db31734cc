// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that was abandoned or cancelled.
 *
 * @param endedAt when that was
 */
public record Undelivered(Place place, String eventType, Instant endedAt) {

    /** Where it stands among an endpoint's: subject by subject, and within one in the order of its events. */
    public record Place(String subject, long sequence, UUID id) {

        /** Before all others. */
        public static final Place BEGIN = new Place("", 0, new UUID(0, 0));
    }

    UUID id() {
        return place.id();
    }
}
