// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which Siaga was not there for those who had to act.
 *
 * @param what was unavailable
 * @param recordedBy the organisation and the person within its issuer, or Siaga itself
 * @param appliedAt when every clock that it extends was extended
 */
public record Outage(
        UUID id,
        Affects affects,
        Instant from,
        Instant to,
        @Size(max = 200) String what,
        @Size(max = 2000) String reason,
        Instant recordedAt,
        @Size(max = Actor.LONGEST_SHOWN) String recordedBy,
        @Nullable Instant appliedAt) {}
