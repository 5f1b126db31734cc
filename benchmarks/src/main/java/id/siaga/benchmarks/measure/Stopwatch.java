// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Keeps how long each call of one client took; for one thread at a time. */
public final class Stopwatch {

    private static final int ROOM = 4096;

    private long[] nanos = new long[ROOM];
    private int count;

    /** Keeps the time since {@code start}, a {@link System#nanoTime()}. */
    public void lap(long start) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count] = System.nanoTime() - start;
        count++;
    }

    /** How many calls were timed. */
    public int count() {
        return count;
    }

    LongStream nanos() {
        return Arrays.stream(nanos, 0, count);
    }
}
