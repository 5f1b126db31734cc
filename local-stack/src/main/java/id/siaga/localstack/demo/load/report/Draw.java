// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What chance says at a place, from a seed and that place alone (SplitMix64). The JDK's generators are not used: what
 * they draw is not promised for the next release, or comes from too few bits for ids that must not meet.
 */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    static Draw at(long seed, long... place) {
        long state = mixed(seed + GOLDEN);
        for (long part : place) {
            state = mixed((state ^ part) + GOLDEN);
        }
        return new Draw(state);
    }

    long bits() {
        state += GOLDEN;
        return mixed(state);
    }

    /** From 0 to below 1. */
    double share() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    int below(int bound) {
        return (int) (share() * bound);
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    <T> T weighted(List<T> of, ToDoubleFunction<T> weight) {
        double rest = share() * of.stream().mapToDouble(weight).sum();
        for (T candidate : of) {
            rest -= weight.applyAsDouble(candidate);
            if (rest < 0) {
                return candidate;
            }
        }
        return of.getLast();
    }

    private static long mixed(long bits) {
        long first = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
