// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.deployment.rules.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said for one service goes before what is said of all, and nothing that is secret is where it is not needed. */
class OverridesTest {

    private static final String CONTAINER = "/spec/template/spec/containers/0";

    @TempDir
    private Path scratch;

    @Test
    void whatIsSaidForOneServiceIsItsOwn() throws IOException {
        List<Manifest> manifests = rendered(
                "{replicaCount: 3, resources: {limits: {memory: 1Gi}}, intake: {replicaCount: 5, resources: {limits:"
                        + " {memory: 2Gi}}}}");

        assertEquals(5, deployment(manifests, "intake").at("/spec/replicas").asInt());
        assertEquals(3, deployment(manifests, "triage").at("/spec/replicas").asInt());
        assertEquals("2Gi", memory(manifests, "intake"));
        assertEquals("1Gi", memory(manifests, "triage"));
        // What was not said for it is as for all.
        assertEquals(
                "256Mi",
                deployment(manifests, "intake")
                        .at(CONTAINER + "/resources/requests/memory")
                        .asText());
    }

    @Test
    void alsoNothingAndNoCanBeSaidForOneService() throws IOException {
        List<Manifest> manifests = rendered("{intake: {networkPolicy: {enabled: false}, maxHeap: '', replicaCount: 0,"
                + " podSecurityContext: {runAsNonRoot: false}}}");

        assertFalse(has(manifests, "NetworkPolicy/siaga-intake"));
        assertTrue(has(manifests, "NetworkPolicy/siaga-triage"));
        assertTrue(deployment(manifests, "intake").at(CONTAINER + "/args").isMissingNode());
        assertEquals(0, deployment(manifests, "intake").at("/spec/replicas").asInt(-1));
        assertFalse(deployment(manifests, "intake")
                .at("/spec/template/spec/securityContext/runAsNonRoot")
                .asBoolean(true));
    }

    @Test
    void whoScalesSaysHowManyAndTheDeploymentDoesNot() throws IOException {
        List<Manifest> manifests =
                rendered("{intake: {autoscaling: {enabled: true}}, triage: {autoscaling: {keda: {enabled: true}}}}");

        assertTrue(deployment(manifests, "intake").at("/spec/replicas").isMissingNode());
        assertTrue(deployment(manifests, "triage").at("/spec/replicas").isMissingNode());
        assertEquals(
                2, deployment(manifests, "notification").at("/spec/replicas").asInt());
        assertTrue(has(manifests, "HorizontalPodAutoscaler/siaga-intake"));
        assertTrue(has(manifests, "ScaledObject/siaga-triage"));
    }

    @Test
    void whatServesDoesNotHaveTheOwnersPassword() {
        List<Manifest> manifests = Chart.SIAGA.manifests(Chart.values("everything"));
        for (String service : List.of("intake", "triage", "notification")) {
            assertFalse(variables(deployment(manifests, service)).stream()
                    .anyMatch(name -> name.contains("FLYWAY_PASSWORD")));
            assertFalse(secret(manifests, "siaga-desk-" + service).toString().contains("owner"));
            Set<String> ofTheMigration = variables(find(manifests, "Job/siaga-desk-" + service + "-migrate"));
            assertTrue(ofTheMigration.contains("QUARKUS_FLYWAY_PASSWORD"));
            assertFalse(ofTheMigration.stream().anyMatch(name -> name.startsWith("KAFKA_") || name.contains("KEY")));
        }
    }

    @Test
    void aPasswordMayHaveAnythingInIt() {
        String line = new String(
                Base64.getDecoder()
                        .decode(secret(Chart.SIAGA.manifests(Chart.values("everything")), "siaga-desk-intake")
                                .path("kafka-jaas-config")
                                .asText()),
                StandardCharsets.UTF_8);

        assertEquals(
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"intake-service\""
                        + " password=\"with \\\"quotes\\\" and \\\\ a backslash\";",
                line);
    }

    @Test
    void podsAreReplacedWhenASettingOrASecretOfTheirsChangesAndOnlyThen() throws IOException {
        Path all = Chart.values("everything");
        List<Manifest> before = Chart.SIAGA.manifests(all);
        List<Manifest> after = Chart.SIAGA.manifests(
                all,
                file("{triage: {database: {password: other}}, notification: {config: {SIAGA_FEED_CONNECTIONS: 9}}}"));

        assertEquals(pod(before, "intake"), pod(after, "intake"));
        assertNotEquals(pod(before, "triage"), pod(after, "triage"));
        assertNotEquals(pod(before, "notification"), pod(after, "notification"));
    }

    @Test
    void selectorsStayWhenTheChartHasAnotherVersion() throws IOException {
        Chart next = Chart.SIAGA.copyTo(scratch.resolve("siaga"));
        Path file = next.folder().resolve("Chart.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("(?m)^version: .*$", "version: 9.9.9")
                        .replaceFirst("(?m)^appVersion: .*$", "appVersion: 9.9.9"));
        List<Manifest> before = Chart.SIAGA.manifests(Chart.values("minimal"));
        List<Manifest> after = next.manifests(Chart.values("minimal"));

        assertNotEquals(before, after);
        for (String service : List.of("intake", "triage", "notification")) {
            assertEquals(
                    find(before, "Deployment/siaga-" + service).at("/spec/selector"),
                    find(after, "Deployment/siaga-" + service).at("/spec/selector"));
        }
    }

    private List<Manifest> rendered(String values) throws IOException {
        return Chart.SIAGA.manifests(Chart.values("minimal"), file(values));
    }

    private Path file(String values) throws IOException {
        return Files.writeString(scratch.resolve("values.yaml"), values);
    }

    private static boolean has(List<Manifest> manifests, String id) {
        return manifests.stream().anyMatch(manifest -> manifest.id().equals(id));
    }

    private static Manifest find(List<Manifest> manifests, String id) {
        return manifests.stream()
                .filter(manifest -> manifest.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + id));
    }

    private static Manifest deployment(List<Manifest> manifests, String service) {
        return manifests.stream()
                .filter(manifest -> manifest.is("Deployment") && manifest.name().endsWith("-" + service))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pod(List<Manifest> manifests, String service) {
        return deployment(manifests, service).at("/spec/template");
    }

    private static String memory(List<Manifest> manifests, String service) {
        return deployment(manifests, service)
                .at(CONTAINER + "/resources/limits/memory")
                .asText();
    }

    private static JsonNode secret(List<Manifest> manifests, String name) {
        return find(manifests, "Secret/" + name).at("/data");
    }

    private static Set<String> variables(Manifest workload) {
        return workload.at(CONTAINER + "/env")
                .valueStream()
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
    }
}
