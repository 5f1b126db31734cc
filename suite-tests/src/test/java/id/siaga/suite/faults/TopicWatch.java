// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the broker has acknowledged, read from outside as any consumer of committed records would. */
final class TopicWatch implements AutoCloseable {

    private static final List<String> TOPICS = List.of("intake.report.v1", "triage.link.v1", "triage.order.v1");
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader;
    private final Set<String> submitted = ConcurrentHashMap.newKeySet();
    private final Set<String> linked = ConcurrentHashMap.newKeySet();
    private final Set<String> issued = ConcurrentHashMap.newKeySet();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger deadLetters = new AtomicInteger();

    TopicWatch(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.listTopics().forEach((topic, found) -> {
            if (TOPICS.contains(topic) || topic.endsWith(".dlq")) {
                found.forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
            }
        });
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // The end is looked up when it is asked for; from here on nothing is missed.
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().name("topic-watch").daemon().start(this::read);
    }

    /** Reports whose submission was published. */
    Set<String> submitted() {
        return submitted;
    }

    /** Reports whose link to a case was published. */
    Set<String> linked() {
        return linked;
    }

    /** Orders whose issue was published. */
    Set<String> issued() {
        return issued;
    }

    /** How many events were published more than once, as they must be when a relay dies before it could delete. */
    int publishedAgain() {
        return again.get();
    }

    int deadLetters() {
        return deadLetters.get();
    }

    private void read() {
        try {
            while (true) {
                consumer.poll(POLL).forEach(this::note);
            }
        } catch (WakeupException closed) {
            consumer.close();
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> message) {
        if (message.topic().endsWith(".dlq")) {
            deadLetters.incrementAndGet();
            return;
        }
        if (!ids.add(header(message, "ce_id"))) {
            again.incrementAndGet();
        }
        JsonNode data = Json.parseLeniently(message.value());
        switch (message.topic()) {
            case "intake.report.v1" -> submitted.add(data.path("reportId").asText());
            case "triage.link.v1" -> linked.add(data.path("reportId").asText());
            default -> {
                if (header(message, "ce_type").equals("id.siaga.order.issued.v1")) {
                    issued.add(header(message, "ce_subject"));
                }
            }
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
