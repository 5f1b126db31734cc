// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.answer;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform did about one locator.
 *
 * @param territories ISO 3166 codes of where; empty means everywhere
 * @param ground legal or terms-of-service ground
 * @param reference the platform's own
 */
public record Outcome(
        Result result,
        @Size(max = 250) List<@Size(max = 6) String> territories,
        @Nullable Instant actedAt,
        @Size(max = 1000) @Nullable String ground,
        @Nullable RefusalGround refusalGround,
        @Size(max = 200) @Nullable String reference,
        @Size(max = 2000) @Nullable String note) {

    /** What was done. */
    public enum Result {
        REMOVED,
        ACCESS_DISABLED,
        GEO_RESTRICTED,
        LABELLED,
        DEMOTED,
        AGE_RESTRICTED,
        ACCOUNT_SUSPENDED,
        ALREADY_GONE,
        NOT_FOUND,
        REFUSED;

        /** Whether something was done, at some time. */
        public boolean acted() {
            return switch (this) {
                case REMOVED, ACCESS_DISABLED, GEO_RESTRICTED, LABELLED, DEMOTED, AGE_RESTRICTED, ACCOUNT_SUSPENDED ->
                    true;
                case ALREADY_GONE, NOT_FOUND, REFUSED -> false;
            };
        }
    }

    /** Why nothing was done. */
    public enum RefusalGround {
        LAWFUL,
        INSUFFICIENT_BASIS,
        WRONG_PLATFORM,
        SATIRE_OR_JOURNALISM,
        DISPROPORTIONATE,
        OTHER
    }

    /** Times as the database holds them, so that a repeated answer is seen to be the same. */
    public Outcome {
        territories = List.copyOf(territories);
        actedAt = actedAt == null ? null : actedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
