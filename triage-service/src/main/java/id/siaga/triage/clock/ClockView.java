// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock as the desk reads it.
 *
 * @param fired the percentage that was last announced, 0 when none was
 */
public record ClockView(
        @Size(max = 50) String kind,
        UUID orderId,
        ClockState state,
        Instant startedAt,
        Instant dueAt,
        @Min(0) @Max(100) int fired,
        @Nullable Instant stoppedAt) {}
