// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * An entry of the directory, as it is or as it was.
 *
 * @param code as in content keys
 * @param version how often it was changed
 * @param changedAt since when it says this
 * @param changedBy who made it say so
 */
public record PlatformView(
        @Size(max = 63) String code,
        @Min(0) long version,
        PlatformEntry entry,
        Instant changedAt,
        @Size(max = Actor.LONGEST_SHOWN) String changedBy) {}
