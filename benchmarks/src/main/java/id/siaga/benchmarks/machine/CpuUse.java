// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.machine;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who used the processors for a while.
 *
 * @param cores how many processors each part kept busy, by the part's name
 * @param machine how many were busy in all, with what has nothing to do with us
 */
public record CpuUse(Map<String, Double> cores, double machine) {

    /** How many processors a part kept busy; 0 for one that did not run. */
    public double of(String part) {
        return cores.getOrDefault(part, 0.0);
    }

    /** How many processors all parts together kept busy. */
    public double ours() {
        return cores.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** How many processors were busy with something else. */
    public double others() {
        return Math.max(0, machine - ours());
    }

    @Override
    public String toString() {
        String ours = cores.entrySet().stream()
                .filter(entry -> entry.getValue() >= 0.005)
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return "%s, others %.2f".formatted(ours, others());
    }
}
