// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import java.time.Duration;

/**
 * What was done in one stretch of time.
 *
 * @param done how often whatever is counted was done
 * @param time how long it took in all
 * @param latency of single calls, each of which may have done several
 */
public record Sample(long done, Duration time, Latency latency) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** How often it was done in a second. */
    public double rate() {
        return done * NANOS_PER_SECOND / time.toNanos();
    }
}
