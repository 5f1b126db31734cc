// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What pods and autoscalers refer to is there: config maps and secrets, each with the key that is asked for, service
 * accounts, workloads. A hook may refer to other hooks only, as the release's own objects come after it.
 */
final class ReferenceRule implements Rule {

    private final Set<String> existing;

    /** @param existing what the cluster has already, as {@code Kind/name} */
    ReferenceRule(Set<String> existing) {
        this.existing = existing;
    }

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (PodTemplate pod : PodTemplate.in(manifests)) {
            for (Wanted wanted : wanted(pod)) {
                check(pod.owner(), wanted, manifests, faults);
            }
        }
        for (Manifest manifest : manifests) {
            JsonNode target = manifest.at("/spec/scaleTargetRef");
            if (!target.isMissingNode()) {
                String kind = target.path("kind").asText("Deployment");
                check(manifest, new Wanted(kind, target.path("name").asText(), null), manifests, faults);
            }
        }
        return faults;
    }

    private record Wanted(
            String kind, String name, @Nullable String key) {}

    private void check(Manifest from, Wanted wanted, List<Manifest> manifests, List<String> faults) {
        String id = wanted.kind() + "/" + wanted.name();
        if (wanted.name().isEmpty() || existing.contains(id)) {
            return;
        }
        List<Manifest> found =
                manifests.stream().filter(manifest -> manifest.id().equals(id)).toList();
        if (found.isEmpty()) {
            faults.add(from.id() + " refers to " + id + ", which is not there");
            return;
        }
        Manifest one = found.getFirst();
        if (wanted.key() != null && !hasKey(one, wanted.key())) {
            faults.add(from.id() + " refers to " + wanted.key() + " in " + id + ", which is not in it");
        }
        if (comesBefore(from) && !comesBefore(one)) {
            faults.add(from.id() + " comes before the release and refers to " + id + ", which comes with it");
        } else if (comesBefore(from) && weight(one) >= weight(from)) {
            faults.add(from.id() + " refers to " + id + ", which does not come before it");
        }
    }

    private static boolean hasKey(Manifest manifest, String key) {
        return manifest.at("/data").has(key) || manifest.at("/stringData").has(key);
    }

    private static boolean comesBefore(Manifest manifest) {
        return manifest.annotations().getOrDefault("helm.sh/hook", "").contains("pre-");
    }

    private static int weight(Manifest manifest) {
        return Integer.parseInt(manifest.annotations().getOrDefault("helm.sh/hook-weight", "0"));
    }

    private static List<Wanted> wanted(PodTemplate pod) {
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted(
                "ServiceAccount", pod.spec().path("serviceAccountName").asText(), null));
        for (JsonNode volume : pod.spec().path("volumes")) {
            wanted.addAll(volume(volume));
        }
        for (JsonNode container : pod.containers()) {
            for (JsonNode source : container.path("envFrom")) {
                wanted.add(
                        new Wanted("ConfigMap", source.at("/configMapRef/name").asText(), null));
                wanted.add(new Wanted("Secret", source.at("/secretRef/name").asText(), null));
            }
            for (JsonNode variable : container.path("env")) {
                wanted.add(keyed("Secret", variable.at("/valueFrom/secretKeyRef")));
                wanted.add(keyed("ConfigMap", variable.at("/valueFrom/configMapKeyRef")));
            }
        }
        return wanted;
    }

    private static Wanted keyed(String kind, JsonNode reference) {
        return new Wanted(
                kind, reference.path("name").asText(), reference.path("key").asText());
    }

    private static List<Wanted> volume(JsonNode volume) {
        List<Wanted> wanted = new ArrayList<>();
        items(wanted, "Secret", volume.at("/secret/secretName").asText(), volume.at("/secret/items"));
        items(wanted, "ConfigMap", volume.at("/configMap/name").asText(), volume.at("/configMap/items"));
        for (JsonNode source : volume.at("/projected/sources")) {
            items(wanted, "Secret", source.at("/secret/name").asText(), source.at("/secret/items"));
            items(wanted, "ConfigMap", source.at("/configMap/name").asText(), source.at("/configMap/items"));
        }
        return wanted;
    }

    private static void items(List<Wanted> wanted, String kind, String name, JsonNode items) {
        wanted.add(new Wanted(kind, name, null));
        items.forEach(item -> wanted.add(new Wanted(kind, name, item.path("key").asText())));
    }
}
