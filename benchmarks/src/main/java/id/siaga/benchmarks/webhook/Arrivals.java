// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Stopwatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long after events were published they arrive, at the receivers that never hang. */
final class Arrivals implements Receivers.Listener {

    private final int firstHealthy;
    private final Map<String, Long> published = new ConcurrentHashMap<>();
    private Stopwatch watch = new Stopwatch();
    private int awaited;

    Arrivals(int firstHealthy) {
        this.firstHealthy = firstHealthy;
    }

    /** From now on it is waited for at as many receivers. */
    synchronized void await(String webhookId, long nanos, int receivers) {
        published.put(webhookId, nanos);
        awaited += receivers;
    }

    @Override
    public void arrived(int receiver, String webhookId, long nanos) {
        Long begun = published.get(webhookId);
        if (begun != null && receiver >= firstHealthy) {
            lap(begun);
        }
    }

    private synchronized void lap(long begun) {
        watch.lap(begun);
        awaited--;
    }

    /** How many are on their way. */
    synchronized int outstanding() {
        return awaited;
    }

    /** How long it took, of all since the last time that this was asked; what is still on its way then counts no more. */
    synchronized Latency taken() {
        Latency latency = Latency.of(List.of(watch));
        watch = new Stopwatch();
        published.clear();
        awaited = 0;
        return latency;
    }
}
