// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is mounted is a volume of the pod, at a place of its own; no volume is there for nothing. */
final class VolumeRule implements Rule {

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (PodTemplate pod : PodTemplate.in(manifests)) {
            Set<String> volumes = new HashSet<>();
            for (JsonNode volume : pod.spec().path("volumes")) {
                if (!volumes.add(volume.path("name").asText())) {
                    faults.add(pod.owner().id() + " has two volumes named "
                            + volume.path("name").asText());
                }
            }
            Set<String> mounted = new HashSet<>();
            for (JsonNode container : pod.containers()) {
                mounts(pod, container, volumes, faults);
                container
                        .path("volumeMounts")
                        .forEach(mount -> mounted.add(mount.path("name").asText()));
            }
            volumes.stream()
                    .filter(volume -> !mounted.contains(volume))
                    .forEach(volume -> faults.add(pod.owner().id() + " has a volume that nothing mounts: " + volume));
        }
        return faults;
    }

    private static void mounts(PodTemplate pod, JsonNode container, Set<String> volumes, List<String> faults) {
        Set<String> places = new HashSet<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            if (!volumes.contains(mount.path("name").asText())) {
                faults.add(pod.id(container) + " mounts what is no volume: "
                        + mount.path("name").asText());
            }
            if (!places.add(mount.path("mountPath").asText())) {
                faults.add(pod.id(container) + " mounts twice at "
                        + mount.path("mountPath").asText());
            }
        }
    }
}
