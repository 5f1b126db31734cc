// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where things listen. */
final class Ports {

    private Ports() {}

    /** The names of a Service's ports. */
    static Set<String> ofService(Manifest service) {
        Set<String> names = new TreeSet<>();
        service.at("/spec/ports").forEach(port -> names.add(port.path("name").asText()));
        return names;
    }

    /** The ports of a pod's containers. */
    static List<JsonNode> of(PodTemplate pod) {
        List<JsonNode> ports = new ArrayList<>();
        pod.containers().forEach(container -> container.path("ports").forEach(ports::add));
        return ports;
    }

    /** Whether it names or numbers one of them. */
    static boolean has(List<JsonNode> ports, JsonNode wanted) {
        return ports.stream()
                .anyMatch(port -> wanted.isNumber()
                        ? port.path("containerPort").asInt() == wanted.asInt()
                        : port.path("name").asText().equals(wanted.asText()));
    }
}
