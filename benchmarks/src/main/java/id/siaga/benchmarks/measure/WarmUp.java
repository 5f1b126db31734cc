// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Work that is not counted, until it does not become faster any more. A compiler looks at nothing that has not been
 * called some thousand times, which takes longer the less of the machine it gets.
 */
public final class WarmUp {

    private static final Duration STRETCH = Duration.ofSeconds(5);
    private static final int MOST_STRETCHES = 72;

    /** After 6,000 reports a service still used more of the processors for compiling than for reports. */
    private static final int LEAST_DONE = 40_000;

    private static final double FASTER = 1.05;

    /** A stretch or two may be slow for other reasons. */
    private static final int PATIENCE = 3;

    private WarmUp() {}

    /** Returns when the last stretches brought nothing; gives up after six minutes, and says so. */
    public static void of(Contestant contestant, Consumer<String> progress) throws Exception {
        double best = 0;
        int withoutGain = 0;
        long done = 0;
        int stretch = 0;
        while (stretch < MOST_STRETCHES && (done < LEAST_DONE || withoutGain < PATIENCE)) {
            Sample sample = contestant.work(STRETCH);
            withoutGain = sample.rate() > best * FASTER ? 0 : withoutGain + 1;
            best = Math.max(best, sample.rate());
            done += sample.done();
            stretch++;
        }
        progress.accept("%s: %s %,.0f/s after %d s, when %,d were done"
                .formatted(
                        done < LEAST_DONE ? "NOT WARM, the machine is too busy to measure" : "warmed up",
                        contestant.name(),
                        best,
                        stretch * STRETCH.toSeconds(),
                        done));
    }
}
