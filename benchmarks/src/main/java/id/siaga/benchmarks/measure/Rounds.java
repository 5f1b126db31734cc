// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import id.siaga.benchmarks.machine.Processors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Contestants who take turns, round after round, so that whatever else the machine does falls on all of them. Before
 * each turn the machine comes to rest: what one has left to be done would be done at the cost of the next.
 */
public final class Rounds {

    private final Processors processors;
    private final Consumer<String> progress;

    public Rounds(Processors processors, Consumer<String> progress) {
        this.processors = processors;
        this.progress = progress;
    }

    /** What each did, by its name, one entry a round. */
    public Map<String, List<Round>> take(List<? extends Contestant> contestants, int rounds, Duration time)
            throws Exception {
        Map<String, List<Round>> taken = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Contestant contestant : contestants) {
                processors.awaitRest();
                Processors.Reading before = processors.read();
                Sample sample = contestant.work(time);
                Round one = new Round(sample, processors.since(before));
                taken.computeIfAbsent(contestant.name(), name -> new ArrayList<>())
                        .add(one);
                progress.accept(
                        "round %d of %d: %s %,.0f/s".formatted(round, rounds, contestant.name(), sample.rate()));
            }
        }
        return taken;
    }
}
