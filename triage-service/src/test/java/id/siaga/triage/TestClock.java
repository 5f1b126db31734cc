// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The machine's time, and then as much later as a test wants it to be; it never goes back. */
@Singleton
public class TestClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public synchronized void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** The time of the service under test, or of the machine where there is none. */
    public static Instant now() {
        ArcContainer container = Arc.container();
        Clock clock = container == null
                ? Clock.systemUTC()
                : container.instance(TestClock.class).get();
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
