// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutgoingEventTest {

    private static final Instant TIME = Instant.parse("2024-11-27T07:00:00.123Z");

    @Test
    void whatReadersWouldHaveToDeadLetterIsRefused() {
        UUID id = Uuid7.at(TIME);
        assertThrows(IllegalArgumentException.class, () -> event(UUID.randomUUID(), "subject", 1, Set.of(), 10));
        assertThrows(IllegalArgumentException.class, () -> event(id, " ", 1, Set.of(), 10));
        assertThrows(IllegalArgumentException.class, () -> event(id, "sub\u0000ject", 1, Set.of(), 10));
        assertThrows(IllegalArgumentException.class, () -> event(id, "subject", -1, Set.of(), 10));
        assertThrows(IllegalArgumentException.class, () -> event(id, "subject", 1, Set.of("a,b"), 10));
        assertThrows(
                IllegalArgumentException.class, () -> event(id, "subject", 1, Set.of(), OutgoingEvent.MAX_DATA + 1));
        assertEquals(
                id, event(id, "subject", 1, Set.of("*"), OutgoingEvent.MAX_DATA).id());
    }

    @Test
    void anIdBeginsWithItsTime() {
        UUID id = Uuid7.next(Clock.fixed(TIME, ZoneOffset.UTC));
        assertEquals(TIME.toEpochMilli(), id.getMostSignificantBits() >>> 16);
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
    }

    private static OutgoingEvent event(UUID id, String subject, long sequence, Set<String> audience, int size) {
        return new OutgoingEvent(
                "things",
                "key",
                id,
                "id.siaga.thing.changed.v1",
                subject,
                sequence,
                audience,
                "",
                TIME,
                new byte[size]);
    }
}
