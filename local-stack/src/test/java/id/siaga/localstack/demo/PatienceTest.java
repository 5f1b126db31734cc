// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Instant BEGAN = Instant.parse("2024-11-27T03:00:00Z");

    private final Patience patience = new Patience(BEGAN);

    @Test
    void lastsAsLongAsAnythingMoves() {
        // Given
        assertTrue(patience.lasts(List.of("R1 is ORDERED", "R2 is ORDERED"), BEGAN.plusSeconds(170)));

        // When one of two moves on without being done
        boolean lasts = patience.lasts(List.of("R1 is ORDERED", "R2 is ANSWERED"), BEGAN.plusSeconds(340));

        // Then
        assertTrue(lasts);
        assertTrue(patience.lasts(List.of("R1 is ORDERED", "R2 is ANSWERED"), BEGAN.plusSeconds(519)));
    }

    @Test
    void endsWhenNothingHasMovedForThreeMinutes() {
        // Given
        assertTrue(patience.lasts(List.of("R1 is ORDERED"), BEGAN.plusSeconds(10)));

        // When
        boolean lasts = patience.lasts(List.of("R1 is ORDERED"), BEGAN.plusSeconds(190));

        // Then
        assertFalse(lasts);
    }
}
