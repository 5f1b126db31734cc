// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Identifiers whose first 48 bits are the time in milliseconds (RFC 9562, version 7). */
public final class Uuid7 {

    private Uuid7() {}

    /** A new identifier for something that happens now. */
    public static UUID next(Clock clock) {
        return at(clock.instant());
    }

    /** A new identifier for something that happened at the given time. Two of one millisecond are in no order. */
    public static UUID at(Instant time) {
        // The JDK's generator, not one of ours: a native build would seed a static one once for every start.
        UUID random = UUID.randomUUID();
        return of(time.toEpochMilli(), random.getMostSignificantBits(), random.getLeastSignificantBits());
    }

    static UUID of(long millis, long high, long low) {
        long version = 0x7000L;
        long variant = 0x8000_0000_0000_0000L;
        return new UUID((millis << 16) | version | (high & 0x0FFFL), variant | (low & 0x3FFF_FFFF_FFFF_FFFFL));
    }
}
