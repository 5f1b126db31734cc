// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Ports have names, each its own, and whatever asks for one asks for one that is there. */
final class PortRule implements Rule {

    private static final Pattern NAME = Pattern.compile("(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?");
    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        List<PodTemplate> pods = PodTemplate.in(manifests);
        for (PodTemplate pod : pods) {
            unique(pod.owner().id(), Ports.of(pod), "containerPort", faults);
            probes(pod, faults);
        }
        for (Manifest manifest : manifests) {
            switch (manifest.kind()) {
                case "Service" -> service(manifest, pods, faults);
                case "Ingress" -> ingress(manifest, manifests, faults);
                case "HTTPRoute" -> route(manifest, manifests, faults);
                default -> {}
            }
        }
        return faults;
    }

    private static void unique(String id, Iterable<JsonNode> ports, String number, List<String> faults) {
        Set<String> names = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (JsonNode port : ports) {
            String name = port.path("name").asText();
            if (!NAME.matcher(name).matches()) {
                faults.add(id + " has a port without a name that is allowed: " + name);
            } else if (!names.add(name)) {
                faults.add(id + " has two ports named " + name);
            }
            if (!numbers.add(port.path(number).asInt())) {
                faults.add(id + " has port " + port.path(number).asInt() + " twice");
            }
        }
    }

    private static void probes(PodTemplate pod, List<String> faults) {
        for (JsonNode container : pod.containers()) {
            List<JsonNode> ports = new ArrayList<>();
            container.path("ports").forEach(ports::add);
            for (String probe : PROBES) {
                JsonNode wanted = container.path(probe).path("httpGet").path("port");
                if (!wanted.isMissingNode() && !Ports.has(ports, wanted)) {
                    faults.add(pod.id(container) + " has a " + probe + " of a port that it has not: " + wanted);
                }
            }
        }
    }

    private static void service(Manifest service, List<PodTemplate> pods, List<String> faults) {
        unique(service.id(), service.at("/spec/ports"), "port", faults);
        Map<String, String> selector = Manifest.strings(service.at("/spec/selector"));
        for (PodTemplate pod : pods) {
            if (SelectorRule.selects(selector, pod.labels())) {
                for (JsonNode port : service.at("/spec/ports")) {
                    JsonNode target = port.has("targetPort") ? port.path("targetPort") : port.path("port");
                    if (!Ports.has(Ports.of(pod), target)) {
                        faults.add(service.id() + " leads to a port that "
                                + pod.owner().id() + " has not: " + target);
                    }
                }
            }
        }
    }

    private static void ingress(Manifest ingress, List<Manifest> manifests, List<String> faults) {
        for (JsonNode rule : ingress.at("/spec/rules")) {
            for (JsonNode path : rule.at("/http/paths")) {
                JsonNode backend = path.at("/backend/service");
                JsonNode port = backend.path("port");
                leads(
                        ingress,
                        backend.path("name").asText(),
                        port.has("name") ? port.path("name") : port.path("number"),
                        manifests,
                        faults);
            }
        }
    }

    private static void route(Manifest route, List<Manifest> manifests, List<String> faults) {
        for (JsonNode rule : route.at("/spec/rules")) {
            for (JsonNode backend : rule.path("backendRefs")) {
                leads(route, backend.path("name").asText(), backend.path("port"), manifests, faults);
            }
        }
    }

    private static void leads(
            Manifest from, String service, JsonNode port, List<Manifest> manifests, List<String> faults) {
        boolean found = manifests.stream()
                .filter(manifest -> manifest.is("Service") && manifest.name().equals(service))
                .flatMap(manifest -> manifest.at("/spec/ports").valueStream())
                .anyMatch(open -> port.isNumber()
                        ? open.path("port").asInt() == port.asInt()
                        : open.path("name").asText().equals(port.asText()));
        if (!found) {
            faults.add(from.id() + " leads nowhere: Service " + service + ", port " + port);
        }
    }
}
