// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where there are network policies, each pod has one in both directions; it lets names be looked up, and lets in by the
 * ports that the pod has.
 */
final class NetworkRule implements Rule {

    private static final List<String> BOTH = List.of("Ingress", "Egress");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<Manifest> policies = manifests.stream()
                .filter(manifest -> manifest.is("NetworkPolicy"))
                .toList();
        List<String> faults = new ArrayList<>();
        if (policies.isEmpty()) {
            return faults;
        }
        for (PodTemplate pod : PodTemplate.in(manifests)) {
            List<Manifest> own =
                    policies.stream().filter(policy -> selects(policy, pod)).toList();
            for (String direction : BOTH) {
                if (own.stream().noneMatch(policy -> speaksOf(policy, direction))) {
                    faults.add(pod.owner().id() + " has no network policy for its " + direction);
                }
            }
            if (own.stream().noneMatch(NetworkRule::letsNamesBeLookedUp)) {
                faults.add(pod.owner().id() + " cannot look up names");
            }
            own.forEach(policy -> ports(policy, pod, faults));
        }
        return faults;
    }

    private static void ports(Manifest policy, PodTemplate pod, List<String> faults) {
        for (JsonNode rule : policy.at("/spec/ingress")) {
            for (JsonNode port : rule.path("ports")) {
                if (!Ports.has(Ports.of(pod), port.path("port"))) {
                    faults.add(
                            policy.id() + " opens a port that " + pod.owner().id() + " has not: " + port.path("port"));
                }
            }
        }
    }

    private static boolean selects(Manifest policy, PodTemplate pod) {
        Map<String, String> selector = Manifest.strings(policy.at("/spec/podSelector/matchLabels"));
        return SelectorRule.selects(selector, pod.labels());
    }

    private static boolean speaksOf(Manifest policy, String direction) {
        return policy.at("/spec/policyTypes").valueStream().anyMatch(type -> type.asText()
                .equals(direction));
    }

    private static boolean letsNamesBeLookedUp(Manifest policy) {
        return policy.at("/spec/egress")
                .valueStream()
                .flatMap(rule -> rule.path("ports").valueStream())
                .anyMatch(port -> port.path("protocol").asText().equals("UDP"));
    }
}
