// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.suite.Checkout;
import id.siaga.suite.CommittedRecords;
import id.siaga.suite.RawTokens;
import id.siaga.suite.RunningSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What services write to their logs, as it lies on the disk. */
@ExtendWith(RunningSuite.class)
class LogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofMinutes(1);

    private final List<String> poisons = new ArrayList<>();

    /** Who counts dead letters from now on does not count those of these tests. */
    @AfterEach
    void whatIsBuriedLiesThere() {
        await().atMost(SOON).until(() -> buried().containsAll(poisons));
    }

    @Test
    void everyLineIsJsonAndSaysWhatItIsAbout(Api api) throws Exception {
        // When
        String report = report(api, "dQw4w9WgXcQ", "Polls close at 13.", "Sari", "sari@example.org");
        String event = UUID.fromString("01a2290a-9b7e-763d-8832-" + digits()).toString();
        poison(event, report, "{");

        // Then
        await().atMost(SOON).until(() -> lines("intake-service").stream()
                .anyMatch(line -> line.at("/mdc/correlation").asText().equals(report)
                        && line.at("/mdc/party").asText().equals("kpu")));
        await().atMost(SOON).until(() -> lines("triage-service").stream()
                .anyMatch(line -> line.at("/mdc/eventId").asText().equals(event)
                        && line.at("/mdc/correlation").asText().equals(report)));
        assertAll(Checkout.SERVICES.stream()
                .flatMap(service -> lines(service).stream())
                .map(line -> () -> {
                    for (String member : List.of("timestamp", "level", "loggerName", "message")) {
                        assertFalse(line.path(member).asText().isBlank(), member + " is missing in " + line);
                    }
                }));
    }

    @Test
    void noLineHoldsALocatorATokenASecretOrAPerson(Api api) throws Exception {
        // Given what nobody may read in a log
        String video = "v" + digits().substring(0, 10);
        String reasons = "Reason " + UUID.randomUUID();
        String person = "Person " + digits();
        String mail = digits() + "@example.org";
        String token = RawTokens.of(api.suite(), "kpu", "intake");
        JsonNode endpoint = send(
                api,
                "kpu",
                Call.post(
                                Service.NOTIFICATION,
                                "/v1/endpoints",
                                JSON.readTree("{\"url\": \"http://127.0.0.1:9/%s\", \"eventTypes\": [\"report.*\"]}"
                                        .formatted(video)))
                        .once(UUID.randomUUID().toString()));

        // When it is stored, told, and met by faults
        String report = report(api, video, reasons, person, mail);
        poison("01a2290a-9b7e-763d-8832-" + digits(), report, "{\"url\": \"https://youtu.be/" + video + "\"");
        await().atMost(SOON)
                .until(
                        () -> send(api, "kpu", Call.get(Service.INTAKE, "/v1/reports/" + report))
                                .path("status")
                                .asText(),
                        status -> !status.equals("RECEIVED"));
        await().atMost(SOON).until(() -> Files.readString(log("triage-service")).contains(report));

        // Then
        for (String service : Checkout.SERVICES) {
            String log = Files.readString(log(service));
            for (String secret : List.of(
                    video, reasons, person, mail, token, endpoint.path("secret").asText())) {
                assertEquals(-1, log.indexOf(secret), service + " has logged " + secret);
            }
        }
    }

    private static JsonNode send(Api api, String who, Call call) {
        return api.send(api.suite().identity(who), call).orThrow();
    }

    private static String report(Api api, String video, String reasons, String name, String mail) throws Exception {
        JsonNode body = JSON.readTree("""
                {"category": "election-hoax", "statementOfReasons": "%s", "goodFaith": true,
                 "contact": {"name": "%s", "email": "%s"},
                 "items": [{"url": "https://youtu.be/%s"}]}""".formatted(reasons, name, mail, video));
        return send(
                        api,
                        "kpu",
                        Call.post(Service.INTAKE, "/v1/reports", body)
                                .once(UUID.randomUUID().toString()))
                .path("id")
                .asText();
    }

    private static Set<String> buried() throws IOException {
        Set<String> ids = new HashSet<>();
        CommittedRecords.read(
                brokers(),
                "triage-service.deliveries-in.dlq"::equals,
                letter -> ids.add(CommittedRecords.header(letter, "ce_id")));
        return ids;
    }

    private static String brokers() throws IOException {
        return Endpoints.read(RunningSuite.DATA.resolve("endpoints.json"))
                .kafka()
                .bootstrapServers();
    }

    /** An event whose data its reader cannot read, although all else of it is sound. */
    private void poison(String id, String correlation, String data) throws Exception {
        poisons.add(id);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>("notification.delivery.v1", correlation, data.getBytes(UTF_8));
        Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_source", "/notification-service",
                        "ce_type", "id.siaga.delivery.succeeded.v1",
                        "ce_time", Instant.now().toString(),
                        "ce_subject", correlation,
                        "ce_sequence", "1",
                        "ce_correlationid", correlation,
                        "ce_audience", "")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(message).get();
        }
    }

    private static String digits() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static Path log(String service) {
        return RunningSuite.DATA.resolve("logs").resolve(service + ".log");
    }

    private static List<JsonNode> lines(String service) {
        try {
            String log = Files.readString(log(service));
            // The last line may be on its way to the disk.
            return log.substring(0, log.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(LogsIT::read)
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException exception) {
            throw new AssertionError("no JSON: " + line, exception);
        }
    }
}
