// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform.conduct;

import java.time.Duration;
import java.util.Random;

/** How long a party takes: nothing worth mentioning, unless it is a slow one. */
public final class Pace {
    private static final Duration SHORTEST_CONFIRMATION = Duration.ofMillis(400);
    private static final Duration SHORTEST_ANSWER = Duration.ofSeconds(2);

    private final Cast cast;
    private final Random random;

    public Pace(Cast cast, long seed) {
        this.cast = cast;
        random = new Random(seed);
    }

    /** Until it confirms a webhook: far below the sender's limit of 10 s, which would be failing and not slow. */
    public Duration untilConfirmed(Persona persona) {
        return upToThrice(persona, SHORTEST_CONFIRMATION);
    }

    /** From its acknowledgement to its answer. */
    public Duration untilAnswered(Persona persona) {
        return upToThrice(persona, SHORTEST_ANSWER);
    }

    private synchronized Duration upToThrice(Persona persona, Duration shortest) {
        return cast.temperOf(persona) == Temper.SLOW
                ? shortest.plusMillis(random.nextLong(2 * shortest.toMillis()))
                : Duration.ZERO;
    }
}
