// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** triage's topic, into which news of a case are put that every partner may know, as triage does it. */
final class SampleNews implements AutoCloseable {

    private static final String TOPIC = "triage.case.v1";
    private static final String EXAMPLE = "triage-service/contracts/events/case-opened.v1.example.json";

    private final KafkaProducer<byte[], byte[]> producer;
    private final ObjectNode example;
    private final Clock clock;

    SampleNews(String brokers, Clock clock) throws Exception {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.example = (ObjectNode) Json.parse(
                Files.readAllBytes(Path.of(System.getProperty("siaga.root", "")).resolve(EXAMPLE)));
        this.clock = clock;
    }

    /** Publishes one, when somebody has heard under which id it is told. */
    void publish(Consumer<UUID> before) {
        Instant now = clock.instant();
        UUID id = id(now);
        UUID subject = id(now);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                TOPIC,
                null,
                HexFormat.of().toHexDigits(subject.getLeastSignificantBits()).getBytes(UTF_8),
                Json.bytes(example.deepCopy().put("caseId", subject.toString())));
        Map.of(
                        "content-type",
                        "application/json",
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/triage-service",
                        "ce_type",
                        DeliveryDatabase.TYPE,
                        "ce_time",
                        now.toString(),
                        "ce_subject",
                        subject.toString(),
                        "ce_sequence",
                        "1",
                        "ce_correlationid",
                        subject.toString(),
                        "ce_audience",
                        "*")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        before.accept(id);
        var unused = producer.send(message);
    }

    private static UUID id(Instant now) {
        UUID random = UUID.randomUUID();
        long most = now.toEpochMilli() << 16 | 0x7000L | (random.getMostSignificantBits() & 0xfffL);
        return new UUID(most, random.getLeastSignificantBits());
    }

    @Override
    public void close() {
        producer.close();
    }
}
