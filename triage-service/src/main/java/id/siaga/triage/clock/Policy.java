// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

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
 */
record Policy(
        String code,
        @Nullable String instrument,
        @Nullable String category,
        @Nullable String law,
        @Nullable Boolean urgent,
        Duration limit) {

    private static final Comparator<Policy> MOST_SPECIFIC_FIRST = Comparator.comparing(Policy::conditions)
            .reversed()
            .thenComparing(Policy::limit)
            .thenComparing(Policy::code);

    /** The one with the most conditions; of several the shortest, and then the first by code, so that it is always one. */
    static Optional<Policy> choose(Collection<Policy> policies, ClockSubject subject) {
        return policies.stream().filter(policy -> policy.matches(subject)).min(MOST_SPECIFIC_FIRST);
    }

    private long conditions() {
        return Stream.of(instrument, category, law, urgent)
                .filter(Objects::nonNull)
                .count();
    }

    private boolean matches(ClockSubject subject) {
        return (instrument == null || instrument.equals(subject.instrument()))
                && (category == null || category.equals(subject.category()))
                && (law == null || (subject.law() != null && subject.law().contains(law)))
                && (urgent == null || urgent == subject.urgent());
    }
}
