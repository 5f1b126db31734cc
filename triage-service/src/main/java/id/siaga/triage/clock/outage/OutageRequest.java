// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.web.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which Siaga was not there, as far as it cannot have noticed that itself.
 *
 * @param affects those who could not act meanwhile
 * @param what was unavailable, such as the delivery of webhooks
 */
public record OutageRequest(
        @NotNull Affects affects,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotBlank @Size(max = 200) String what,
        @NotBlank @Size(max = 2000) String reason) {

    private static final Duration LONGEST = Duration.ofDays(31);

    void check(Instant now) {
        if (!to.isAfter(from) || to.isAfter(now)) {
            throw new InvalidRequest("/to", "must follow the beginning, and be over");
        }
        if (from.isBefore(now.minus(LONGEST))) {
            throw new InvalidRequest("/from", "must be within the last 31 days");
        }
    }
}
