// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.deployment.rules.Manifest;
import id.siaga.deployment.rules.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is told, asked and given the same, whether Helm deploys it, by the fewest values that do, or kustomize. */
class AgreementTest {

    /** What quarkus-kubernetes adds of its own accord, and no service reads. */
    private static final Set<String> OF_THE_BUILD = Set.of("KUBERNETES_NAMESPACE");

    @ParameterizedTest
    @ValueSource(strings = {"intake", "notification", "triage"})
    void theChartAndTheBaseSayTheSame(String service) throws IOException {
        // Given
        Path file = Path.of("../k8s/base").resolve(service + "-service.yaml");
        List<Manifest> base = Manifests.parse(Files.readString(file));
        List<Manifest> chart = Chart.SIAGA.manifests(Chart.values("minimal"));

        // When
        JsonNode ofBase = container(base, service + "-service");
        JsonNode ofChart = container(chart, "siaga-" + service);

        // Then
        assertEquals(ofChart.path("name"), ofBase.path("name"));
        assertEquals(ofChart.path("args"), ofBase.path("args"));
        assertEquals(ofChart.path("resources"), ofBase.path("resources"));
        assertEquals(ports(ofChart), ports(ofBase));
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertEquals(asked(ofChart, probe), asked(ofBase, probe), probe);
        }
        assertEquals(told(ofChart), told(ofBase));
        assertTrue(told(ofBase).contains("KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static JsonNode container(List<Manifest> manifests, String deployment) {
        JsonNode container = manifests.stream()
                .filter(manifest -> manifest.id().equals("Deployment/" + deployment))
                .findFirst()
                .orElseThrow(() -> new AssertionError(deployment + " is missing"))
                .at("/spec/template/spec/containers/0");
        assertFalse(container.isMissingNode(), deployment);
        return container;
    }

    private static Map<String, Integer> ports(JsonNode container) {
        Map<String, Integer> ports = new TreeMap<>();
        container
                .path("ports")
                .forEach(port -> ports.put(
                        port.path("name").asText(), port.path("containerPort").asInt()));
        return ports;
    }

    /** What is asked, where and how often; what is not said is what Kubernetes takes then. */
    private static Map<String, Object> asked(JsonNode container, String name) {
        JsonNode probe = container.path(name);
        JsonNode port = probe.at("/httpGet/port");
        return Map.of(
                "path", probe.at("/httpGet/path").asText(),
                "port", port.isTextual() ? ports(container).getOrDefault(port.asText(), 0) : port.asInt(),
                "delay", probe.path("initialDelaySeconds").asInt(0),
                "period", probe.path("periodSeconds").asInt(10),
                "timeout", probe.path("timeoutSeconds").asInt(1),
                "failures", probe.path("failureThreshold").asInt(3));
    }

    private static Set<String> told(JsonNode container) {
        Set<String> told = new TreeSet<>();
        container.path("env").forEach(variable -> told.add(variable.path("name").asText()));
        told.removeAll(OF_THE_BUILD);
        return told;
    }
}
