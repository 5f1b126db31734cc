// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HintsTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private static final int FEW = 2;

    private final Hints hints = new Hints();
    private final CountDownLatch looked = new CountDownLatch(1);
    private final Thread waiting = Thread.ofVirtual().unstarted(() -> await(hints, FEW));

    private void await(Hints hinted, int inFlight) {
        try {
            hinted.await(NEVER, inFlight);
            looked.countDown();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        waiting.interrupt();
    }

    @Test
    void whatIsNewIsLookedForAtOnceAlsoWhenItCameBefore() throws Exception {
        hints.lookNow();
        waiting.start();
        assertTrue(looked.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aSinglePlaceIsWorthALookAfterAMoment() throws Exception {
        waiting.start();
        hints.freed();
        assertTrue(looked.await(10, TimeUnit.SECONDS));
    }

    @Test
    void nothingIsHintedAtTwice() throws Exception {
        hints.lookNow();
        hints.freed();
        hints.await(NEVER, FEW);
        waiting.start();
        assertFalse(looked.await(100, TimeUnit.MILLISECONDS));
        hints.lookNow();
        assertTrue(looked.await(10, TimeUnit.SECONDS));
    }

    @Test
    void halfOfWhatIsInFlightIsWorthALookAtOnce() throws Exception {
        // Given places that wait for others as long as it takes
        Hints patient = new Hints(NEVER);
        Thread claiming = Thread.ofVirtual().start(() -> await(patient, 40));
        try {
            // When, Then
            for (int place = 1; place < 20; place++) {
                patient.freed();
            }
            assertFalse(looked.await(100, TimeUnit.MILLISECONDS));
            patient.freed();
            assertTrue(looked.await(10, TimeUnit.SECONDS));
        } finally {
            claiming.interrupt();
        }
    }
}
