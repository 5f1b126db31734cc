// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final int ENOUGH = 20;

    private final Company company = new Company(ENOUGH, NEVER);
    private final CountDownLatch left = new CountDownLatch(1);
    private Thread waiting = Thread.ofVirtual().unstarted(() -> {});

    @AfterEach
    void end() {
        waiting.interrupt();
    }

    @Test
    void whoCameAloneWaitsForNobody() throws Exception {
        // Given
        company.left(1);

        // When
        take(1);

        // Then
        assertTrue(left.await(10, TimeUnit.SECONDS));
    }

    @Test
    void afterManyTheNextWaitUntilTheyAreEnough() throws Exception {
        // Given
        company.left(ENOUGH / 2);

        // When, Then
        take(1);
        for (int other = 2; other < ENOUGH; other++) {
            company.joined();
        }
        assertFalse(left.await(100, TimeUnit.MILLISECONDS));
        company.joined();
        assertTrue(left.await(10, TimeUnit.SECONDS));
    }

    @Test
    void enoughWaitForNoMore() throws Exception {
        // Given
        company.left(ENOUGH);

        // When
        take(ENOUGH);

        // Then
        assertTrue(left.await(10, TimeUnit.SECONDS));
    }

    @Test
    void noMoreAreWaitedForThanForAMoment() throws Exception {
        // Given
        Company hurried = new Company(ENOUGH, Duration.ofMillis(10));
        hurried.left(ENOUGH);

        // When
        waiting = Thread.ofVirtual().start(() -> {
            hurried.await(1);
            left.countDown();
        });

        // Then
        assertTrue(left.await(10, TimeUnit.SECONDS));
    }

    /** So many have joined, and one of them takes them all. */
    private void take(int together) {
        for (int one = 0; one < together; one++) {
            company.joined();
        }
        waiting = Thread.ofVirtual().start(() -> {
            company.await(together);
            left.countDown();
        });
    }
}
