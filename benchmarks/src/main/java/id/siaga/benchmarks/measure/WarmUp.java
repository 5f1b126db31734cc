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
    private static final int MOST_STRETCHES = 36;
    private static final int LEAST_CALLS = 5_000;
    private static final double FASTER = 1.05;

    /** A stretch or two may be slow for other reasons. */
    private static final int PATIENCE = 3;

    private WarmUp() {}

    /** Returns when the last stretches brought nothing; gives up after three minutes, and says so. */
    public static void of(Contestant contestant, Consumer<String> progress) throws Exception {
        double best = 0;
        int withoutGain = 0;
        int calls = 0;
        int stretch = 0;
        while (stretch < MOST_STRETCHES && (calls < LEAST_CALLS || withoutGain < PATIENCE)) {
            Sample sample = contestant.work(STRETCH);
            withoutGain = sample.rate() > best * FASTER ? 0 : withoutGain + 1;
            best = Math.max(best, sample.rate());
            calls += sample.latency().count();
            stretch++;
        }
        progress.accept("%s: %s %,.0f/s after %d s and %,d calls"
                .formatted(
                        calls < LEAST_CALLS ? "NOT WARM, the machine is too busy to measure" : "warmed up",
                        contestant.name(),
                        best,
                        stretch * STRETCH.toSeconds(),
                        calls));
    }
}
