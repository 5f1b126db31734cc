// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pods that a manifest leads to. */
public record PodTemplate(Manifest owner, JsonNode metadata, JsonNode spec) {

    public static List<PodTemplate> in(List<Manifest> manifests) {
        return manifests.stream().flatMap(manifest -> of(manifest).stream()).toList();
    }

    public static Optional<PodTemplate> of(Manifest manifest) {
        String template =
                switch (manifest.kind()) {
                    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job" -> "/spec/template";
                    case "CronJob" -> "/spec/jobTemplate/spec/template";
                    case "Pod" -> "";
                    default -> null;
                };
        return Optional.ofNullable(template)
                .map(manifest::at)
                .map(pod -> new PodTemplate(manifest, pod.path("metadata"), pod.path("spec")));
    }

    public Map<String, String> labels() {
        return Manifest.strings(metadata.path("labels"));
    }

    /** All containers, those that run before the others included. */
    public List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        spec.path("initContainers").forEach(containers::add);
        spec.path("containers").forEach(containers::add);
        return containers;
    }

    /** What a fault of one of its containers is told by. */
    public String id(JsonNode container) {
        return owner.id() + " container " + container.path("name").asText();
    }
}
