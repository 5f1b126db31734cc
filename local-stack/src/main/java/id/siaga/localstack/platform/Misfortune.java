// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import id.siaga.localstack.platform.conduct.Temper;
import java.util.Random;

/**
 * The share of calls that fail on purpose: half of them before the work is done, half after, when only the answer is lost.
 * A failing party fails most calls, but each event a bounded number of times, so that what waits for it can be waited for.
 */
public final class Misfortune {
    private static final double SHARE_OF_THE_FAILING = 0.8;

    private final double rate;
    private final Random random;

    /** What befalls one call. */
    public enum Fate {
        NONE,
        BEFORE_THE_WORK,
        AFTER_THE_WORK,
        /** Not even an answer: the caller waits until its patience ends. */
        NO_ANSWER
    }

    public Misfortune(double rate, long seed) {
        if (rate < 0 || rate > 1) {
            throw new IllegalArgumentException("a failure rate is between 0 and 1, not " + rate);
        }
        this.rate = rate;
        this.random = new Random(seed);
    }

    /** What befalls a call to a party of this character. */
    public synchronized Fate next(Temper temper, boolean order, int attempt) {
        return temper == Temper.FAILING ? failing(order, attempt) : next();
    }

    synchronized Fate next() {
        double drawn = random.nextDouble();
        if (drawn >= rate) {
            return Fate.NONE;
        }
        return drawn < rate / 2 ? Fate.BEFORE_THE_WORK : Fate.AFTER_THE_WORK;
    }

    /** News of an order comes again only after 5 s and more, the order itself after 1 s and 2 s: it can bear to fail twice. */
    private Fate failing(boolean order, int attempt) {
        double drawn = random.nextDouble();
        if (drawn >= SHARE_OF_THE_FAILING || attempt > (order ? 2 : 1)) {
            return Fate.NONE;
        }
        if (attempt == 2) {
            return Fate.NO_ANSWER;
        }
        return drawn < SHARE_OF_THE_FAILING / 2 ? Fate.BEFORE_THE_WORK : Fate.AFTER_THE_WORK;
    }
}
