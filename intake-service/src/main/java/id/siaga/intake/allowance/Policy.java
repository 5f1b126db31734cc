// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** One limit of an allowance; the configuration's words made into what Bucket4j counts by. */
sealed interface Policy {

    String RATE = "rate";
    String QUOTA = "quota";

    /** As callers are told, in problems and in the header {@code RateLimit}. */
    String name();

    /** What may be taken at once at best. */
    long most();

    /** Seconds in which all of it comes back. */
    long window();

    Bandwidth bandwidth(Instant now);

    /** So many per second in the long run, and so many at once after a pause. */
    record Rate(long most, long perSecond) implements Policy {

        @Override
        public String name() {
            return RATE;
        }

        @Override
        public long window() {
            return Math.ceilDiv(most, perSecond);
        }

        @Override
        public Bandwidth bandwidth(Instant now) {
            return Bandwidth.builder()
                    .capacity(most)
                    .refillGreedy(perSecond, Duration.ofSeconds(1))
                    .id(name())
                    .build();
        }
    }

    /** So many a day; all of them come back when the next day begins. */
    record Quota(long most, ZoneId day) implements Policy {

        @Override
        public String name() {
            return QUOTA;
        }

        @Override
        public long window() {
            return Duration.ofDays(1).toSeconds();
        }

        @Override
        public Bandwidth bandwidth(Instant now) {
            Instant tomorrow =
                    now.atZone(day).toLocalDate().plusDays(1).atStartOfDay(day).toInstant();
            return Bandwidth.builder()
                    .capacity(most)
                    .refillIntervallyAligned(most, Duration.ofDays(1), tomorrow)
                    .id(name())
                    .build();
        }
    }
}
