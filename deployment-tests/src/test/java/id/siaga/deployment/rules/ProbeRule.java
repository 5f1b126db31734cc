// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What serves is watched: whether it has started, is ready and lives, each asked for by itself. */
final class ProbeRule implements Rule {

    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (PodTemplate pod : PodTemplate.in(manifests)) {
            if (!pod.owner().is("Deployment") && !pod.owner().is("StatefulSet")) {
                continue;
            }
            for (JsonNode container : pod.spec().path("containers")) {
                PROBES.stream()
                        .filter(probe -> !container.has(probe))
                        .forEach(probe -> faults.add(pod.id(container) + " lacks its " + probe));
                JsonNode alive = container.path("livenessProbe").path("httpGet").path("path");
                // What waits for a database or a broker is not ready, and is no better for being killed.
                if (alive.isTextual()
                        && alive.equals(
                                container.path("readinessProbe").path("httpGet").path("path"))) {
                    faults.add(pod.id(container) + " is killed when it is not ready");
                }
            }
        }
        return faults;
    }
}
