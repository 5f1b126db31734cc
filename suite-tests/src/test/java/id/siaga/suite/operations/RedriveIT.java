// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.suite.Checkout;
import id.siaga.suite.RunningSuite;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The runbook's command, beside the running service. */
@ExtendWith(RunningSuite.class)
class RedriveIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRIAGE = "triage-service";

    @Test
    void aDeadLetterTakesEffectWhenItIsGivenToItsConsumerAgain(Api api, LocalStack stack) throws Exception {
        // Given a report that triage could not read when it came, and can now
        String video = UUID.randomUUID().toString().substring(0, 8);
        deadLetter(event("youtube:video:" + video));

        // When
        int code = run(stack, "redrive-reports", "redrive", "reports-in");

        // Then
        assertEquals(0, code);
        assertTrue(log("redrive-reports").contains("1 dead letters were given to their consumer again, and 0"));
        await().atMost(Duration.ofMinutes(1)).until(() -> api.send(
                        api.suite().identity("ratna"), Call.get(Service.TRIAGE, "/v1/cases?status=NEW&limit=200"))
                .orThrow()
                .toString()
                .contains("Redriven " + video));
        assertEquals(0, run(stack, "redrive-nothing", "redrive", "reports-in"));
        assertTrue(log("redrive-nothing").contains("0 dead letters"));
    }

    @Test
    void whatIsNoChannelOrNoCommandIsSaid(Api running, LocalStack stack) throws Exception {
        assertEquals(2, run(stack, "redrive-unknown", "redrive", "reports-out"));
        assertTrue(log("redrive-unknown").contains("only [deliveries-in, reports-in]"));
        assertEquals(2, run(stack, "no-command", "redirve"));
        assertTrue(log("no-command").contains("redrive CHANNEL"));
    }

    private static int run(LocalStack stack, String name, String... arguments) throws Exception {
        Process command = stack.command(TRIAGE, name, arguments);
        assertTrue(command.waitFor(2, TimeUnit.MINUTES), name + " does not end");
        return command.exitValue();
    }

    private static String log(String name) throws Exception {
        return Files.readString(RunningSuite.DATA.resolve("logs").resolve(name + ".log"));
    }

    /** The example of the contract, of another report, item and content. */
    private static JsonNode event(String key) throws Exception {
        String example = Checkout.read(
                Checkout.ROOT.resolve("intake-service/contracts/events/report-submitted.v1.example.json"));
        String video = key.substring(key.lastIndexOf(':') + 1);
        JsonNode event = JSON.readTree(example.replace("dQw4w9WgXcQ", video)
                .replace("019aa9a1-6d00-7b3e-9c51-4f0d2a6b8e11", uuid7())
                .replace("019aa9a1-6d00-7c42-8a07-1b9e5d3c7f22", uuid7())
                .replace("Video lama", "Redriven " + video + " lama"));
        assertEquals(key, event.at("/content/key").asText());
        return event;
    }

    private static String uuid7() {
        return "019aa9a1-6d00-7b3e-9c51-" + UUID.randomUUID().toString().substring(24);
    }

    private static void deadLetter(JsonNode event) throws Exception {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                TRIAGE + ".reports-in.dlq",
                event.at("/content/key").asText(),
                event.toString().getBytes(UTF_8));
        Map.ofEntries(
                        Map.entry("content-type", "application/json"),
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", uuid7()),
                        Map.entry("ce_source", "/intake-service"),
                        Map.entry("ce_type", "id.siaga.report.submitted.v1"),
                        Map.entry("ce_time", Instant.now().toString()),
                        Map.entry("ce_subject", event.path("itemId").asText()),
                        Map.entry("ce_sequence", "1"),
                        Map.entry("ce_correlationid", event.path("reportId").asText()),
                        Map.entry("ce_audience", ""),
                        Map.entry("dead-letter-reason", "it could not be read"),
                        Map.entry("dead-letter-topic", "intake.report.v1"))
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
        String brokers = Endpoints.read(RunningSuite.DATA.resolve("endpoints.json"))
                .kafka()
                .bootstrapServers();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(letter).get();
        }
    }
}
