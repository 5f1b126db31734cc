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
 * @param subjectId what it runs for: an order, the case itself, a decision or an appeal
 * @param orderId the order, if that is what it runs for
 * @param round which of its subject's clocks of this kind, from 0
 * @param fired the percentage that was last announced, 0 when none was
 */
public record ClockView(
        @Size(max = 50) String kind,
        UUID subjectId,
        @Nullable UUID orderId,
        @Min(0) int round,
        ClockState state,
        Instant startedAt,
        Instant dueAt,
        @Min(0) @Max(100) int fired,
        @Nullable Instant stoppedAt) {}
