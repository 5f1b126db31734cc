// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long something took, each time; percentiles are exact, by nearest rank, since every sample is kept. */
record Latency(List<Duration> sorted) {

    static Latency of(Stream<Duration> samples) {
        return new Latency(samples.sorted().toList());
    }

    int count() {
        return sorted.size();
    }

    /** The time within which this share of all was done, say 0.99; null without samples. */
    @Nullable
    Duration at(double share) {
        if (sorted.isEmpty()) {
            return null;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    /** Milliseconds; null where there is nothing to tell. */
    ObjectNode json() {
        ObjectNode json = Json.object().put("count", count());
        put(json, "p50Ms", 0.5);
        put(json, "p90Ms", 0.9);
        put(json, "p99Ms", 0.99);
        put(json, "maxMs", 1);
        return json;
    }

    private void put(ObjectNode json, String field, double share) {
        Duration time = at(share);
        json.put(field, time == null ? null : (Long) time.toMillis());
    }
}
