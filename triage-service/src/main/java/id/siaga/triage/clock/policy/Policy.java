// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import id.siaga.triage.clock.ClockSubject;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a kind of clock runs, on what conditions; one that is null matches everything.
 *
 * @param law a part of the law cited, such as the number of a regulation
 * @param platform the code of the one platform for which it holds, such as for what its owner has committed itself to
 * @param urgent whether it is for what is urgent, or falls into an election
 */
public record Policy(
        String code,
        @Nullable String instrument,
        @Nullable String category,
        @Nullable String law,
        @Nullable String platform,
        @Nullable Boolean urgent,
        Duration limit,
        AfterWait afterWait) {

    private static final Comparator<Policy> MOST_SPECIFIC_FIRST = Comparator.comparing(Policy::conditions)
            .reversed()
            .thenComparing(Policy::limit)
            .thenComparing(Policy::code);

    /** The one with the most conditions; of several the shortest, and then the first by code, so that it is always one. */
    public static Optional<Policy> choose(Collection<Policy> policies, ClockSubject subject) {
        return policies.stream().filter(policy -> policy.matches(subject)).min(MOST_SPECIFIC_FIRST);
    }

    private long conditions() {
        return Stream.of(instrument, category, law, platform, urgent)
                .filter(Objects::nonNull)
                .count();
    }

    private boolean matches(ClockSubject subject) {
        return (instrument == null || instrument.equals(subject.instrument()))
                && (category == null || category.equals(subject.category()))
                && (law == null || (subject.law() != null && subject.law().contains(law)))
                && (platform == null || platform.equals(subject.platform()))
                && (urgent == null || urgent == subject.urgent());
    }

    /** Whether it holds for everything that is urgent, or is not. */
    boolean holdsForAll(boolean pressing) {
        return instrument == null
                && category == null
                && law == null
                && platform == null
                && (urgent == null || urgent == pressing);
    }
}
