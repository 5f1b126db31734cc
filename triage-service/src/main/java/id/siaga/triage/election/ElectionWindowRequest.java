// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.election;

import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an election window is to be from now on, and why.
 *
 * @param stage such as the campaign, the vote or the count
 * @param region a province by its code in ISO 3166-2:ID; without one the whole country
 * @param quietFrom when campaigning ends, within the window
 */
public record ElectionWindowRequest(
        @NotBlank @Size(max = 100) String stage,

        @Pattern(regexp = "ID-[A-Z]{2}") @Size(max = 5) @Nullable
        String region,

        @NotNull Instant from,
        @NotNull Instant to,
        @Nullable Instant quietFrom,
        @Nullable Instant quietTo,
        @NotBlank @Size(max = 2000) String reason) {

    private static final Duration LONGEST = Duration.ofDays(366);

    void check() {
        List<Problem.Place> wrong = new ArrayList<>();
        if (!to.isAfter(from) || to.isAfter(from.plus(LONGEST))) {
            wrong.add(new Problem.Place("/to", "must follow within a year of the beginning"));
        }
        if ((quietFrom == null) != (quietTo == null)) {
            wrong.add(new Problem.Place("/quietTo", "a quiet period has a beginning and an end"));
        }
        if (quietFrom != null
                && quietTo != null
                && (quietFrom.isBefore(from) || quietTo.isAfter(to) || !quietTo.isAfter(quietFrom))) {
            wrong.add(new Problem.Place("/quietFrom", "must be a time within the window"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }
}
