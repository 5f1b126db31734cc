// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import java.util.Collection;

/** The middle of some numbers, which a few odd ones do not move. */
public final class Median {

    private Median() {}

    /** The middle one, or the mean of the two in the middle; NaN of none. */
    public static double of(Collection<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
