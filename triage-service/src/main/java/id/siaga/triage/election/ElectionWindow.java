// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.election;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which what is reported has the short limits of an election.
 *
 * @param version what operators edit against
 * @param stage such as the campaign, the vote or the count
 * @param region a province; null for the whole country
 * @param quietFrom when campaigning ends, where the stage has a quiet period
 * @param changedBy the organisation and the person within its issuer
 * @param reason why it was entered or changed
 */
public record ElectionWindow(
        UUID id,
        @Min(0) long version,
        @Size(max = 100) String stage,
        @Size(max = 5) @Nullable String region,
        Instant from,
        Instant to,
        @Nullable Instant quietFrom,
        @Nullable Instant quietTo,
        Instant changedAt,
        @Size(max = Actor.LONGEST_SHOWN) String changedBy,
        @Size(max = 2000) String reason) {

    /** Whether something of this region falls into it at that time; what names no region is of no single province. */
    boolean covers(@Nullable String where, Instant when) {
        return !when.isBefore(from) && when.isBefore(to) && (region == null || region.equals(where));
    }
}
