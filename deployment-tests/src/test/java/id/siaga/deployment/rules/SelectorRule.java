// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whatever selects finds: workloads their own pods and no others', Services, disruption budgets, network policies and
 * spreads some pods, monitors some Services. A workload's selector can never be changed, so that nothing stands in it
 * that changes with a release.
 */
final class SelectorRule implements Rule {

    private static final Set<String> CHANGING =
            Set.of("app.kubernetes.io/version", "helm.sh/chart", "app.kubernetes.io/managed-by");
    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        List<PodTemplate> pods = PodTemplate.in(manifests);
        for (Manifest manifest : manifests) {
            switch (manifest.kind()) {
                case "Service" -> some(manifest, manifest.at("/spec/selector"), pods, faults);
                case "PodDisruptionBudget" -> some(manifest, manifest.at("/spec/selector/matchLabels"), pods, faults);
                case "NetworkPolicy" -> some(manifest, manifest.at("/spec/podSelector/matchLabels"), pods, faults);
                case "ServiceMonitor" -> monitor(manifest, manifests, faults);
                default -> {}
            }
        }
        for (PodTemplate pod : pods) {
            if (WORKLOADS.contains(pod.owner().kind())) {
                workload(pod, pods, faults);
            }
            spread(pod, faults);
        }
        return faults;
    }

    private static void workload(PodTemplate pod, List<PodTemplate> pods, List<String> faults) {
        Map<String, String> selector = Manifest.strings(pod.owner().at("/spec/selector/matchLabels"));
        if (selector.isEmpty() || !selects(selector, pod.labels())) {
            faults.add(pod.owner().id() + " does not select its own pods");
        }
        selector.keySet().stream()
                .filter(CHANGING::contains)
                .forEach(label -> faults.add(pod.owner().id() + " selects by " + label + ", which changes"));
        pods.stream()
                .filter(other -> !other.equals(pod) && selects(selector, other.labels()))
                .forEach(other -> faults.add(
                        pod.owner().id() + " selects pods of " + other.owner().id()));
    }

    private static void spread(PodTemplate pod, List<String> faults) {
        for (JsonNode spread : pod.spec().path("topologySpreadConstraints")) {
            if (!selects(Manifest.strings(spread.at("/labelSelector/matchLabels")), pod.labels())) {
                faults.add(pod.owner().id() + " is spread by labels that it has not");
            }
        }
    }

    private static void some(Manifest manifest, JsonNode labels, List<PodTemplate> pods, List<String> faults) {
        Map<String, String> selector = Manifest.strings(labels);
        if (selector.isEmpty() || pods.stream().noneMatch(pod -> selects(selector, pod.labels()))) {
            faults.add(manifest.id() + " selects no pods");
        }
    }

    private static void monitor(Manifest monitor, List<Manifest> manifests, List<String> faults) {
        Map<String, String> selector = Manifest.strings(monitor.at("/spec/selector/matchLabels"));
        List<Manifest> services = manifests.stream()
                .filter(manifest -> manifest.is("Service"))
                .filter(service -> selects(selector, Manifest.strings(service.at("/metadata/labels"))))
                .toList();
        if (selector.isEmpty() || services.isEmpty()) {
            faults.add(monitor.id() + " selects no Services");
        }
        for (JsonNode endpoint : monitor.at("/spec/endpoints")) {
            for (Manifest service : services) {
                if (!Ports.ofService(service).contains(endpoint.path("port").asText())) {
                    faults.add(monitor.id() + " asks for a port that " + service.id() + " has not: "
                            + endpoint.path("port").asText());
                }
            }
        }
    }

    static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.entrySet());
    }
}
