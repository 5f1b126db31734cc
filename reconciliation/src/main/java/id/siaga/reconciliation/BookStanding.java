// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which books a service keeps, and how far it is with what it tells and is told.
 *
 * @param asOf the time of its database
 * @param keptSince what its books tell of before that may be gone by intention
 * @param unpublishedSince when the oldest event was written that is not published yet; null if all are
 */
public record BookStanding(
        @Size(max = 20) List<@Size(max = 63) String> books,
        Instant asOf,
        Instant keptSince,
        @Nullable Instant unpublishedSince,
        @Size(max = 1000) List<Place> places) {

    /**
     * How far a partition of a topic is taken.
     *
     * @param taken the offset up to which it is
     * @param end the offset up to which it would have to be
     */
    public record Place(@Size(max = 249) String topic, int partition, long taken, long end) {}
}
