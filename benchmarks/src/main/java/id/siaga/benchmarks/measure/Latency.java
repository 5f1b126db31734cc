// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import java.util.Collection;

/** How long calls took; percentiles are exact, by nearest rank, since every call is kept. */
public final class Latency {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final long[] sortedNanos;

    private Latency(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    /** Of all calls of all clients, in any order. */
    public static Latency of(Collection<Stopwatch> clients) {
        long[] all = clients.stream().flatMapToLong(Stopwatch::nanos).sorted().toArray();
        return new Latency(all);
    }

    /** How many calls there were. */
    public int count() {
        return sortedNanos.length;
    }

    /** The milliseconds within which this share of all calls was answered, say 0.99; NaN when there were none. */
    public double millisAt(double share) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return sortedNanos[Math.max(0, rank - 1)] / NANOS_PER_MILLISECOND;
    }
}
