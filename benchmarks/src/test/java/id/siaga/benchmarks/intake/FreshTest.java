// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreshTest {

    private static final UUID REPORT = UUID.fromString("01a20291-54f4-73d2-a1eb-38b3ae91fa75");

    @Test
    void equalIdsBecomeEqualIdsSoThatRowsStillReferToEachOther() {
        // Given
        Fresh one = new Fresh("bench000001", "bench000002");
        Fresh other = new Fresh("bench000001", "bench000003");
        // Then
        assertEquals(one.of(REPORT), one.of(REPORT));
        assertNotEquals(REPORT, one.of(REPORT));
        assertNotEquals(one.of(REPORT), other.of(REPORT));
    }

    @Test
    void laterIdsAreWrittenAtTheEndOfAnIndex() {
        // Given
        UUID first = (UUID) new Fresh("a", "b").of(REPORT);
        // When
        long start = System.nanoTime();
        while (System.nanoTime() - start < 2_000) {
            Thread.onSpinWait();
        }
        UUID second = (UUID) new Fresh("a", "c").of(REPORT);
        // Then
        assertEquals(7, first == null ? 0 : first.version());
        assertTrue(String.valueOf(first).compareTo(String.valueOf(second)) < 0, first + " < " + second);
    }

    @Test
    void textsCarryTheNewMarkAndTheRestStaysAsItIs() {
        // Given
        Fresh fresh = new Fresh("bench000001", "bench000002");
        // Then
        assertEquals("youtube:video:bench000002", fresh.of("youtube:video:bench000001"));
        assertEquals(7, fresh.of(7));
        assertNull(fresh.of(null));
    }
}
