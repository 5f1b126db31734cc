// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Every container says what it needs, CPU and memory, and what memory it may have; it needs no more than it may have. */
final class ResourceRule implements Rule {

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (PodTemplate pod : PodTemplate.in(manifests)) {
            for (JsonNode container : pod.containers()) {
                check(pod.id(container), container.path("resources"), faults);
            }
        }
        return faults;
    }

    private static void check(String id, JsonNode resources, List<String> faults) {
        JsonNode requests = resources.path("requests");
        JsonNode limits = resources.path("limits");
        if (!requests.has("cpu") || !requests.has("memory")) {
            faults.add(id + " does not request CPU and memory");
        }
        if (!limits.has("memory")) {
            faults.add(id + " has no limit of memory");
        }
        requests.properties().forEach(request -> {
            JsonNode limit = limits.path(request.getKey());
            // What is no quantity is told by another rule.
            if (Quantities.isOne(limit)
                    && Quantities.isOne(request.getValue())
                    && Quantities.number(request.getValue()).compareTo(Quantities.number(limit)) > 0) {
                faults.add(id + " requests more " + request.getKey() + " than its limit");
            }
        });
    }
}
