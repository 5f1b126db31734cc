// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is, or once was.
 *
 * @param version what operators edit against
 * @param changedBy the organisation and the person within its issuer
 * @param reason why it was changed to this
 */
public record ClockPolicyView(
        @Size(max = 50) String code,
        @Min(0) long version,
        ClockKind kind,
        @Size(max = 20) @Nullable String instrument,
        @Size(max = 100) @Nullable String category,
        @Size(max = 100) @Nullable String law,
        @Size(max = 50) @Nullable String platform,
        @Nullable Boolean urgent,
        @Min(60) @Max(ClockPolicyRequest.SECONDS_OF_A_YEAR) int limitSeconds,
        AfterWait afterWait,
        @Size(max = 300) String source,
        Instant changedAt,
        @Size(max = Actor.LONGEST_SHOWN) String changedBy,
        @Size(max = 2000) String reason) {}
