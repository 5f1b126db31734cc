// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import java.util.Random;

/** The share of calls that fail on purpose: half of them before the work is done, half after, when only the answer is lost. */
public final class Misfortune {
    private final double rate;
    private final Random random;

    /** What befalls one call. */
    public enum Fate {
        NONE,
        BEFORE_THE_WORK,
        AFTER_THE_WORK
    }

    public Misfortune(double rate, long seed) {
        if (rate < 0 || rate > 1) {
            throw new IllegalArgumentException("a failure rate is between 0 and 1, not " + rate);
        }
        this.rate = rate;
        this.random = new Random(seed);
    }

    public synchronized Fate next() {
        double drawn = random.nextDouble();
        if (drawn >= rate) {
            return Fate.NONE;
        }
        return drawn < rate / 2 ? Fate.BEFORE_THE_WORK : Fate.AFTER_THE_WORK;
    }
}
