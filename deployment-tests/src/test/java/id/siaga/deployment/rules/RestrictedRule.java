// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Pods keep to Kubernetes' restricted profile, and to more: no token of the API server, a root file system that cannot
 * be written to, and no user of a given number, as OpenShift gives each namespace its own.
 */
final class RestrictedRule implements Rule {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final List<String> HOST = List.of("hostNetwork", "hostPID", "hostIPC");
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (PodTemplate pod : PodTemplate.in(manifests)) {
            pod(pod, faults);
            for (JsonNode container : pod.containers()) {
                container(pod, container, faults);
            }
        }
        return faults;
    }

    private static void pod(PodTemplate pod, List<String> faults) {
        String id = pod.owner().id();
        JsonNode spec = pod.spec();
        HOST.stream()
                .filter(shared -> spec.path(shared).asBoolean())
                .forEach(shared -> faults.add(id + " has " + shared));
        if (spec.path("automountServiceAccountToken").asBoolean(true)) {
            faults.add(id + " is given a token of the API server");
        }
        for (JsonNode volume : spec.path("volumes")) {
            volume.fieldNames().forEachRemaining(kind -> {
                if (!kind.equals("name") && !VOLUMES.contains(kind)) {
                    faults.add(id + " has a volume of a kind that is not allowed: " + kind);
                }
            });
        }
        user(id, spec.path("securityContext"), faults);
    }

    private static void container(PodTemplate pod, JsonNode container, List<String> faults) {
        String id = pod.id(container);
        JsonNode own = container.path("securityContext");
        JsonNode shared = pod.spec().path("securityContext");
        user(id, own, faults);
        if (!own.path("runAsNonRoot").asBoolean(shared.path("runAsNonRoot").asBoolean())) {
            faults.add(id + " may run as root");
        }
        String profile = own.at("/seccompProfile/type")
                .asText(shared.at("/seccompProfile/type").asText());
        if (!SECCOMP.contains(profile)) {
            faults.add(id + " has no seccomp profile");
        }
        if (own.path("allowPrivilegeEscalation").asBoolean(true)
                || own.path("privileged").asBoolean()) {
            faults.add(id + " may get more privileges");
        }
        if (own.at("/capabilities/drop").valueStream().noneMatch(dropped -> dropped.asText()
                .equals("ALL"))) {
            faults.add(id + " keeps capabilities");
        }
        if (own.at("/capabilities/add").valueStream().anyMatch(added -> !added.asText()
                .equals("NET_BIND_SERVICE"))) {
            faults.add(id + " adds capabilities");
        }
        if (!own.path("readOnlyRootFilesystem").asBoolean()) {
            faults.add(id + " can write to its root file system");
        }
        container.path("ports").forEach(port -> {
            if (port.path("hostPort").asInt() != 0) {
                faults.add(id + " takes a port of its host");
            }
        });
    }

    private static void user(String id, JsonNode context, List<String> faults) {
        if (context.has("runAsUser") || context.has("runAsGroup") || context.has("fsGroup")) {
            faults.add(id + " names its user or group by number");
        }
    }
}
