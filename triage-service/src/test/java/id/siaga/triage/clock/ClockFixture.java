// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import static org.awaitility.Awaitility.await;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import io.quarkus.arc.Arc;
import java.time.Duration;

/** Clocks, as tests let them fire. */
public final class ClockFixture {

    private ClockFixture() {}

    /** All that is due by now fires; some of it may be in the hands of the service's own watch, which has yet to commit. */
    public static void fireAll() {
        FireClocks clocks = Arc.container().instance(FireClocks.class).get();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            clocks.fireDue();
            return Desk.query(
                            "select id from clock where state = 'RUNNING' and next_fire_at <= ?::timestamptz limit 1",
                            TestClock.now().toString())
                    .isEmpty();
        });
    }
}
