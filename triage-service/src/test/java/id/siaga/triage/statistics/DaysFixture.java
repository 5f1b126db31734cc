// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import static org.awaitility.Awaitility.await;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days that are over, as tests have them counted. */
final class DaysFixture {

    private DaysFixture() {}

    /** Counts all; the service's own watch may be at one of them, and has yet to commit. Days are counted in their order. */
    static void countAll() {
        CountDays days = Arc.container().instance(CountDays.class).get();
        LocalDate last = LocalDate.ofInstant(TestClock.now().minus(CountDays.SETTLED), ZoneOffset.UTC)
                .minusDays(1);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            days.countNext();
            return !Desk.query("select 1 from statistic_day where day = ?::date", last.toString())
                    .isEmpty();
        });
    }
}
