// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent.
 *
 * @param rate reports per second on average, or null for as fast as a fixed number of clients can
 */
public record LoadPlan(long reports, long seed, @Nullable Double rate) {

    private static final int MOST = 1_000_000;

    /** Throws IllegalArgumentException with a sentence for the person who typed. */
    public LoadPlan {
        if (reports < 1 || reports > MOST) {
            throw new IllegalArgumentException(
                    "--load needs a number of reports from 1 to " + MOST + ", not " + reports);
        }
        if (rate != null && !(rate > 0 && rate <= 10_000)) {
            throw new IllegalArgumentException("--rate needs a number of reports/s above 0, not " + rate);
        }
    }

    /**
     * When each report is due, counted from the start: independent arrivals, as from many who know nothing of each other
     * (a Poisson process), the same ones for the same seed. Null when the clients set the pace.
     */
    Duration @Nullable [] arrivals() {
        if (rate == null) {
            return null;
        }
        Random random = new Random(seed);
        Duration[] due = new Duration[(int) reports];
        double seconds = 0;
        for (int index = 0; index < reports; index++) {
            seconds -= Math.log(1 - random.nextDouble()) / rate;
            due[index] = Duration.ofNanos((long) (seconds * 1e9));
        }
        return due;
    }
}
