// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.scatter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Reports as intake publishes them, its own example with other ids, except that their Kafka key is not their content's: what
 * comes of one content comes by every partition, in no order.
 */
final class ScatteredReports implements AutoCloseable {

    static final int CONTENTS = 100;
    static final int PARTIES = 20;
    static final int REPORTS = 10_000;

    /** What the keys of these contents begin with. */
    static final String KEYS = "youtube:video:scattered-";

    private static final String TOPIC = "intake.report.v1";

    private final KafkaProducer<byte[], byte[]> producer;
    private final int partitions;
    private final ObjectNode example;
    private final Clock clock;
    private final List<Integer> order =
            new ArrayList<>(IntStream.range(0, REPORTS).boxed().toList());

    ScatteredReports(String brokers, Random random, Clock clock) throws IOException {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.partitions = producer.partitionsFor(TOPIC).size();
        this.example = (ObjectNode) Json.parse(Files.readAllBytes(
                Checkout.ROOT.resolve("intake-service/contracts/events/report-submitted.v1.example.json")));
        this.clock = clock;
        Collections.shuffle(order, random);
    }

    /** Publishes some of them, in an order that has nothing to do with their contents; returns when all are there. */
    void publish(int from, int to) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int place = from; place < to; place++) {
            sent.add(producer.send(message(order.get(place), place % partitions)));
        }
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    private ProducerRecord<byte[], byte[]> message(int number, int partition) {
        UUID report = id();
        UUID item = id();
        String video = "scattered-" + number % CONTENTS;
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        ObjectNode data = example.deepCopy();
        data.put("reportId", report.toString())
                .put("itemId", item.toString())
                .put("party", "party-" + number / CONTENTS % PARTIES)
                .put("reference", "SCATTER/" + number)
                .put("submittedAt", now);
        ((ObjectNode) data.get("content")).put("key", "youtube:video:" + video).put("url", "https://youtu.be/" + video);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                TOPIC,
                partition,
                item.toString().getBytes(UTF_8),
                data.toString().getBytes(UTF_8));
        Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", id().toString(),
                        "ce_source", "/intake-service",
                        "ce_type", "id.siaga.report.submitted.v1",
                        "ce_time", now,
                        "ce_subject", item.toString(),
                        "ce_sequence", "1",
                        "ce_correlationid", report.toString(),
                        "ce_audience", "")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
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
