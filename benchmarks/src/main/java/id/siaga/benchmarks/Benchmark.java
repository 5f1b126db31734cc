// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.measure.Verdict;
import java.util.List;

/** One thing that {@code ./siaga bench} measures. */
public interface Benchmark {

    /** Measures and prints; every budget that there is, met or not. */
    List<Verdict> run() throws Exception;

    /** The numbers of {@link #run()}, for other programs. */
    ObjectNode json();
}
