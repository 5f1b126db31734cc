// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant ISSUED = Instant.parse("2024-11-27T01:31:05Z");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final double NO_JITTER = 0;
    private static final double MOST_JITTER = 1;

    private final RetrySchedule schedule = new RetrySchedule(LIMIT);

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 15", "6, 30", "7, 60", "8, 60", "30, 60"})
    void anOrderIsTriedQuicklyAtFirst(int attempts, long seconds) {
        // Given
        Instant serveBy = ISSUED.plus(Duration.ofHours(1));

        // When
        Duration delay = schedule.delay(Priority.ORDER, attempts, ISSUED, serveBy, null, NO_JITTER);

        // Then
        assertEquals(Duration.ofSeconds(seconds), delay);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "5, 80", "9, 1280", "10, 2560", "11, 3600", "70, 3600"})
    void informationBacksOff(int attempts, long seconds) {
        // Given, When
        Duration delay = schedule.delay(Priority.INFORMATION, attempts, ISSUED, null, null, NO_JITTER);

        // Then
        assertEquals(Duration.ofSeconds(seconds), delay);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 60", "8, 300"})
    void anOrderWithoutOrAfterItsTimeIsTriedEveryFiveMinutesInTheEnd(int attempts, long seconds) {
        // Given
        Instant past = ISSUED.minusSeconds(1);

        // When
        Duration without = schedule.delay(Priority.ORDER, attempts, ISSUED, null, null, NO_JITTER);
        Duration after = schedule.delay(Priority.ORDER, attempts, ISSUED, past, null, NO_JITTER);

        // Then
        assertEquals(Duration.ofSeconds(seconds), without);
        assertEquals(Duration.ofSeconds(seconds), after);
    }

    @ParameterizedTest
    @CsvSource({"PT5M, PT0S, 0", "PT5M, PT10S, 0", "PT5M, PT10S, 1", "PT1H, PT10S, 0", "PT3M, PT10S, 0", "PT5M, PT3S, 1"
    })
    void anOrderIsTriedTenTimesBeforeItMustBeServed(Duration whole, Duration attemptTakes, double random) {
        // Given
        Instant serveBy = ISSUED.plus(whole);
        Instant time = ISSUED;
        int attempts = 0;

        // When
        while (time.isBefore(serveBy)) {
            attempts++;
            time = time.plus(attemptTakes);
            time = time.plus(schedule.delay(Priority.ORDER, attempts, time, serveBy, null, random));
        }

        // Then
        assertTrue(attempts >= RetrySchedule.MANDATORY_TRIES, attempts + " tries");
    }

    @Test
    void anEndpointThatAsksForTimeStillGetsEveryTryOfAnOrder() {
        // Given
        Instant serveBy = ISSUED.plus(Duration.ofMinutes(5));
        Duration asked = Duration.ofHours(1);
        Instant time = ISSUED;
        int attempts = 0;

        // When
        while (time.isBefore(serveBy)) {
            attempts++;
            time = time.plus(schedule.delay(Priority.ORDER, attempts, time, serveBy, asked, NO_JITTER));
        }

        // Then
        assertTrue(attempts >= RetrySchedule.MANDATORY_TRIES, attempts + " tries");
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER, PT20S, PT20S",
        "ORDER, PT0S, PT1S",
        "INFORMATION, PT30M, PT30M",
        "INFORMATION, PT1S, PT5S",
        "INFORMATION, PT240H, PT24H"
    })
    void aWaitThatTheEndpointAsksForIsKept(Priority priority, Duration asked, Duration expected) {
        // Given
        @Nullable Instant serveBy = priority == Priority.ORDER ? ISSUED.plus(Duration.ofHours(1)) : null;

        // When
        Duration delay = schedule.delay(priority, 1, ISSUED, serveBy, asked, NO_JITTER);

        // Then
        assertEquals(expected, delay);
    }

    @Test
    void jitterOnlyShortens() {
        // Given, When
        Duration delay = schedule.delay(Priority.INFORMATION, 3, ISSUED, null, null, MOST_JITTER);

        // Then
        assertEquals(Duration.ofSeconds(16), delay);
    }

    @Test
    void threeDaysAfterItWasQueuedNothingIsTriedAnyMore() {
        // Given
        Instant last = ISSUED.plus(Duration.ofDays(3));

        // When, Then
        assertFalse(schedule.isOver(ISSUED, last));
        assertTrue(schedule.isOver(ISSUED, last.plusMillis(1)));
    }
}
