// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be deployed is not rendered, and whoever asked for it is told why and what to do. */
class GuardTest {

    @TempDir
    private Path scratch;

    @Test
    void allThatIsMissingIsToldAtOnce() {
        String refusal = refusal(Chart.SIAGA);

        for (String service : List.of("intake", "triage", "notification")) {
            for (String missing : List.of(
                    "no database;",
                    "no user of the database;",
                    "no owner of the database;",
                    "no Kafka;",
                    "no user of Kafka;",
                    "no issuer of tokens;",
                    "the issuer is trusted with no party;",
                    "no secret;")) {
                assertTrue(
                        refusal.contains(service + ": " + missing), () -> service + ": " + missing + " in " + refusal);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "database: {host: ''}, intake: {database: {existingSecret: ''}} | intake: no database; set"
                        + " database.host or database.existingSecret",
                "database: {ca: {existingSecret: ''}} | intake: nothing to verify the certificate of the database by;"
                        + " set database.ca.existingSecret",
                "triage: {database: {existingSecret: ''}} | triage: no user of the database; set"
                        + " triage.database.existingSecret",
                "triage: {database: {existingSecret: '', username: triage}} | triage: no user of the database",
                "triage: {database: {owner: {existingSecret: ''}}} | triage: no owner of the database",
                "kafka: {bootstrapServers: ''}, intake: {kafka: {existingSecret: ''}} | intake: no Kafka; set"
                        + " kafka.bootstrapServers",
                "intake: {kafka: {existingSecret: ''}} | intake: no user of Kafka; set intake.kafka.existingSecret",
                "oidc: {issuer: ''} | intake: no issuer of tokens; set oidc.issuer or oidc.existingSecret",
                "oidc: {parties: []} | triage: the issuer is trusted with no party; set oidc.parties",
                "notification: {secrets: {existingSecret: '', keyring: x}} | set notification.secrets.existingSecret"
                        + " or notification.secrets.webhookSigningKeys",
                "autoscaling: {enabled: true, keda: {enabled: true}} | exclude each other",
                "kafka: {bootstrapServers: ''}, autoscaling: {keda: {enabled: true}} | KEDA reads no secret",
                "ingress: {enabled: true} | intake: an Ingress without a host; set intake.ingress.host",
                "httpRoute: {enabled: true} | triage: an HTTPRoute without a gateway",
                "shutdown: {delaySeconds: 90} | intake: killed before it has stopped",
                "triage: {extraEnv: [{name: QUARKUS_LOG_LEVEL, value: WARN}]} | triage: extraEnv says"
                        + " QUARKUS_LOG_LEVEL, which is said already",
                "config: {KAFKA_SECURITY_PROTOCOL: SSL} | intake: config says KAFKA_SECURITY_PROTOCOL, which has a"
                        + " value of its own",
                "topics: {enabled: true} | topics: set topics.cluster"
            })
    void whatIsMissingIsNamed(String values, String said) throws IOException {
        String refusal = refusal(Chart.SIAGA, Chart.values("minimal"), file("{" + values + "}"));

        assertTrue(refusal.contains(said), refusal);
    }

    @Test
    void ofAServiceThatIsNotDeployedNothingIsAsked() throws IOException {
        Path file = file("{notification: {enabled: false, database: {existingSecret: ''}}}");

        assertEquals(
                List.of("siaga-intake", "siaga-triage"),
                Chart.SIAGA.manifests(Chart.values("minimal"), file).stream()
                        .filter(manifest -> manifest.is("Deployment"))
                        .map(manifest -> manifest.name())
                        .toList());
    }

    /** No release has taken a value away yet; this is how the first one that does is to be told. */
    @ParameterizedTest
    @CsvSource({"kafka.brokers,kafka: {brokers: a}", "intake.kafka.brokers,intake: {kafka: {brokers: ''}}"})
    void aValueThatWasTakenAwayLeadsToTheUpgradeNotes(String path, String values) throws IOException {
        Chart chart = withoutKafkaBrokers();

        String refusal = refusal(chart, Chart.values("minimal"), file(values));

        assertTrue(
                refusal.contains(path + " was removed in 1.0.0; set kafka.bootstrapServers instead: see UPGRADING.md"),
                refusal);
    }

    @Test
    void whoeverDoesNotSetItIsNotTold() throws IOException {
        assertFalse(withoutKafkaBrokers().render(Chart.values("minimal")).isEmpty());
    }

    @Test
    void everyValueThatWasTakenAwayIsInTheUpgradeNotes() throws IOException {
        String notes = Files.readString(Chart.SIAGA.folder().resolve("UPGRADING.md"));
        assertEquals(
                List.of(),
                Values.tree(Chart.SIAGA.folder().resolve("removed.yaml"))
                        .path("removed")
                        .valueStream()
                        .map(entry -> entry.path("path").asText())
                        .filter(path -> !notes.contains("`" + path + "`"))
                        .toList());
    }

    private Chart withoutKafkaBrokers() throws IOException {
        Chart chart = Chart.SIAGA.copyTo(scratch.resolve("siaga"));
        Files.writeString(
                chart.folder().resolve("removed.yaml"),
                "removed: [{path: kafka.brokers, since: 1.0.0, instead: kafka.bootstrapServers}]");
        Path schemaFile = chart.folder().resolve("values.schema.json");
        ObjectMapper json = new ObjectMapper();
        ObjectNode schema = (ObjectNode) json.readTree(schemaFile.toFile());
        ((ObjectNode) schema.at("/definitions/kafka/properties")).putObject("brokers");
        json.writeValue(schemaFile.toFile(), schema);
        return chart;
    }

    private Path file(String values) throws IOException {
        return Files.writeString(scratch.resolve("values.yaml"), values);
    }

    private static String refusal(Chart chart, Path... values) {
        return assertThrows(IllegalStateException.class, () -> chart.render(values))
                .toString();
    }
}
