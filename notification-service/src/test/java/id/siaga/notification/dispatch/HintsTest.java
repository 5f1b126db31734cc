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

    private final Hints hints = new Hints(3);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final Thread waiting = Thread.ofVirtual().unstarted(this::await);

    private void await() {
        try {
            hints.await(NEVER);
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
        hints.await(NEVER);
        waiting.start();
        assertFalse(looked.await(100, TimeUnit.MILLISECONDS));
        hints.lookNow();
        assertTrue(looked.await(10, TimeUnit.SECONDS));
    }
}
