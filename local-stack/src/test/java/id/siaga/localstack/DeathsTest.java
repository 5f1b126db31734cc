// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeathsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Deaths deaths = new Deaths();

    @Test
    void fiveWithinAMinuteAreTooMany() {
        for (int death = 0; death < 4; death++) {
            deaths.add(NOON.plusSeconds(15L * death), true);
        }
        assertFalse(deaths.areTooMany());

        deaths.add(NOON.plusSeconds(59), true);

        assertTrue(deaths.areTooMany());
    }

    @Test
    void aServiceThatWorksForAWhileIsStartedAgainHoweverOften() {
        for (int death = 0; death < 100; death++) {
            deaths.add(NOON.plusSeconds(20L * death), true);
            assertFalse(deaths.areTooMany());
        }
    }

    @Test
    void fiveStartsThatNeverBecameReadyAreTooManyHoweverSlow() {
        for (int death = 0; death < 4; death++) {
            deaths.add(NOON.plus(Duration.ofMinutes(death)), false);
            assertFalse(deaths.areTooMany());
        }

        deaths.add(NOON.plus(Duration.ofMinutes(4)), false);

        assertTrue(deaths.areTooMany());
    }

    @Test
    void thePauseDoublesWhileDeathsAreRecent() {
        deaths.add(NOON, true);
        assertEquals(Duration.ofMillis(250), deaths.pause());

        deaths.add(NOON.plusSeconds(1), true);
        assertEquals(Duration.ofMillis(500), deaths.pause());

        deaths.add(NOON.plusSeconds(120), true);
        assertEquals(Duration.ofMillis(250), deaths.pause());
    }
}
