// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Whatever its endpoint does, an order is tried as often before it must be served as it is owed. */
class OwedTriesTest {

    private static final Instant ISSUED = Instant.parse("2024-11-27T01:31:05Z");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final RetrySchedule schedule = new RetrySchedule(LIMIT);
    private final AttemptLimit limit = new AttemptLimit(LIMIT);

    /**
     * What the endpoint does at one try.
     *
     * @param takes the share of the limit that passes before it fails
     * @param asks for how long not to be called
     * @param random what the jitter is made of
     */
    record Failure(double takes, @Nullable Duration asks, double random) {}

    private record Try(Instant begins, Instant ends) {}

    @Property(tries = 5000)
    void tenTriesBeginBeforeAnOrderMustBeServed(
            @ForAll("wholes") Duration whole, @ForAll("failures") List<Failure> failures) {
        Instant serveBy = ISSUED.plus(whole);
        // Given, When
        List<Try> tries = tries(serveBy, failures);
        // Then
        long inTime =
                tries.stream().filter(one -> one.begins().isBefore(serveBy)).count();
        assertTrue(inTime >= RetrySchedule.MANDATORY_TRIES, inTime + " tries in " + whole);
    }

    @Property(tries = 5000)
    void noTryFollowsTheLastWithoutAPauseNorAfterTooLongAOne(
            @ForAll("wholes") Duration whole, @ForAll("failures") List<Failure> failures) {
        // Given, When
        List<Try> tries = tries(ISSUED.plus(whole), failures);
        // Then
        for (int i = 1; i < tries.size(); i++) {
            Duration pause =
                    Duration.between(tries.get(i - 1).ends(), tries.get(i).begins());
            assertTrue(pause.compareTo(RetrySchedule.SHORTEST) >= 0, "a pause of " + pause);
            // The last try that is owed may be asked to wait until shortly before the end.
            Duration most = whole.compareTo(FIVE_MINUTES) < 0 ? FIVE_MINUTES : whole;
            assertTrue(pause.compareTo(most) <= 0, "a pause of " + pause);
        }
    }

    @Property
    void whateverIsAskedForInformationIsTriedAgainWithinADay(
            @ForAll @IntRange(min = 1, max = 1000) int attempts,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long asks,
            @ForAll @DoubleRange(min = 0, max = 1) double random) {
        // Given, When
        Duration delay = schedule.delay(Priority.INFORMATION, attempts, ISSUED, null, Duration.ofSeconds(asks), random);
        // Then
        assertTrue(delay.compareTo(RetrySchedule.SHORTEST) >= 0, "a pause of " + delay);
        assertTrue(delay.compareTo(Duration.ofDays(1)) <= 0, "a pause of " + delay);
    }

    private List<Try> tries(Instant serveBy, List<Failure> failures) {
        List<Try> tries = new ArrayList<>();
        Instant time = ISSUED;
        for (Failure failure : failures) {
            long millis = limit.of(tries.size(), time, serveBy).toMillis();
            Instant end = time.plusMillis((long) (millis * failure.takes()));
            tries.add(new Try(time, end));
            time = end.plus(
                    schedule.delay(Priority.ORDER, tries.size(), end, serveBy, failure.asks(), failure.random()));
        }
        return tries;
    }

    @Provide
    Arbitrary<Duration> wholes() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(60, 600).map(Duration::ofSeconds),
                Arbitraries.longs().between(60, 72 * 3600).map(Duration::ofSeconds));
    }

    @Provide
    Arbitrary<List<Failure>> failures() {
        Arbitrary<Double> parts = Arbitraries.doubles().between(0, 1).edgeCases(edges -> edges.add(0.0, 1.0));
        Arbitrary<Duration> asked =
                Arbitraries.longs().between(0, 1_000_000_000).map(Duration::ofSeconds);
        return Combinators.combine(parts, asked.injectNull(0.3), parts)
                .as(Failure::new)
                .list()
                .ofSize(40);
    }
}
