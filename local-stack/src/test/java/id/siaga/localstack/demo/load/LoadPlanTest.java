// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

    @Test
    void arrivalsComeAtTheRateOnAverageAndNotEvenly() {
        // When
        Duration[] due = Objects.requireNonNull(new LoadPlan(10_000, 7, 50.0).arrivals());

        // Then
        assertEquals(200, due[9_999].toMillis() / 1000.0, 10);
        int close = 0;
        for (int index = 1; index < due.length; index++) {
            Duration gap = due[index].minus(due[index - 1]);
            assertTrue(!gap.isNegative());
            close += gap.toMillis() < 10 ? 1 : 0;
        }
        assertEquals(0.39, close / 10_000.0, 0.03, "the share of gaps below half the mean");
    }

    @Test
    void theSameSeedGivesTheSameArrivals() {
        assertArrayEquals(new LoadPlan(100, 7, 5.0).arrivals(), new LoadPlan(100, 7, 5.0).arrivals());
    }

    @Test
    void withoutARateNothingIsDueAtATime() {
        assertNull(new LoadPlan(100, 7, null).arrivals());
    }

    @Test
    void nonsenseIsRefusedWithASentence() {
        assertThrows(IllegalArgumentException.class, () -> new LoadPlan(0, 7, null));
        assertThrows(IllegalArgumentException.class, () -> new LoadPlan(1, 7, 0.0));
        assertThrows(IllegalArgumentException.class, () -> new LoadPlan(1, 7, Double.NaN));
    }
}
