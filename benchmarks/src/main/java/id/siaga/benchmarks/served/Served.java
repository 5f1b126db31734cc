// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.served;

import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Stopwatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long after their approval was answered orders arrive; some arrive before the answer does, which is no time at all. */
final class Served {

    private final Map<String, Long> approved = new HashMap<>();
    private final Map<String, Long> arrived = new HashMap<>();
    private Stopwatch watch = new Stopwatch();
    private Stopwatch answers = new Stopwatch();

    /** An approval that was sent then is answered now. */
    synchronized void approved(String order, long sent, long nanos) {
        answers.lap(sent);
        if (arrived.remove(order) == null) {
            approved.put(order, nanos);
        } else {
            watch.lap(System.nanoTime());
        }
    }

    synchronized void arrived(String order, long nanos) {
        @Nullable Long begun = approved.remove(order);
        if (begun == null) {
            arrived.put(order, nanos);
        } else {
            watch.lap(begun);
        }
    }

    /** How many are approved and have not arrived yet. */
    synchronized int outstanding() {
        return approved.size();
    }

    /** How long approvals took until their answer, of all since the last time that this was asked. */
    synchronized Latency answered() {
        Latency latency = Latency.of(List.of(answers));
        answers = new Stopwatch();
        return latency;
    }

    /** How long it took, of all since the last time that this was asked. */
    synchronized Latency taken() {
        Latency latency = Latency.of(List.of(watch));
        watch = new Stopwatch();
        return latency;
    }
}
