// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Orders as triage publishes them, its own example with other ids, each said several times by the numbers from 1 on. */
final class PublishedOrders implements AutoCloseable {

    private static final String TOPIC = "triage.order.v1";
    private static final Duration TIME_TO_SERVE = Duration.ofHours(1);

    /** One event, as its receiver knows it. */
    record Event(String party, String subject, String sequence, String webhookId) {}

    private final KafkaProducer<byte[], byte[]> producer;
    private final ObjectNode example;
    private final List<String> parties;
    private final Clock clock;
    private final Set<Event> all = new HashSet<>();

    PublishedOrders(String brokers, List<String> parties, Clock clock) throws IOException {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new ByteArraySerializer(), new ByteArraySerializer());
        this.example = (ObjectNode) Json.parse(Files.readAllBytes(
                Checkout.ROOT.resolve("triage-service/contracts/events/order-issued.v1.example.json")));
        this.parties = List.copyOf(parties);
        this.clock = clock;
    }

    /** Publishes as many orders, each said so often, and returns when all of it is there. */
    void publish(int orders, int times) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            String subject = id().toString();
            String party = parties.get(order % parties.size());
            for (int sequence = 1; sequence <= times; sequence++) {
                sent.add(producer.send(message(party, subject, Integer.toString(sequence))));
            }
        }
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    /** All that was published so far. */
    Set<Event> all() {
        return all;
    }

    private ProducerRecord<byte[], byte[]> message(String party, String subject, String sequence) {
        Instant now = clock.instant();
        String id = id().toString();
        ObjectNode data = example.deepCopy();
        ((ObjectNode) data.get("order"))
                .put("id", subject)
                .put("serveBy", now.plus(TIME_TO_SERVE).toString());
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                TOPIC, null, subject.getBytes(UTF_8), data.toString().getBytes(UTF_8));
        Map.of(
                        "content-type",
                        "application/json",
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        "/triage-service",
                        "ce_type",
                        SinkLedger.ISSUED,
                        "ce_time",
                        now.toString(),
                        "ce_subject",
                        subject,
                        "ce_sequence",
                        sequence,
                        "ce_correlationid",
                        subject,
                        "ce_audience",
                        party)
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        all.add(new Event(party, subject, sequence, id));
        return message;
    }

    private UUID id() {
        UUID random = UUID.randomUUID();
        long most = clock.millis() << 16 | 0x7000L | (random.getMostSignificantBits() & 0xfffL);
        return new UUID(most, random.getLeastSignificantBits());
    }

    @Override
    public void close() {
        producer.close();
    }
}
