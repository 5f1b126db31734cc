// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something has changed; what it is now is read where it always is.
 *
 * @param kind what happened, such as {@code case.assessed} or {@code order.overdue}
 * @param status of the case or the order after the change, where it has one
 * @param clock which limit is near or has passed
 * @param percent how much of the clock's time has passed
 */
public record Change(
        @Size(max = 100) String kind,
        @Nullable UUID caseId,
        @Nullable UUID orderId,
        @Size(max = 100) @Nullable String status,
        @Size(max = 100) @Nullable String clock,
        @Min(1) @Max(100) @Nullable Integer percent,
        @Nullable Instant dueAt,
        Instant at) {}
