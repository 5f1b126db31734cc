// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What any reader of committed records has been told of some orders. */
final class FiredEvents {

    private static final String TOPIC = "triage.order.v1";
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<DueClocks.Mark, Set<String>> idsOfMarks = new HashMap<>();
    private final Map<String, Map<Long, Set<String>>> idsOfNumbers = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private int again;

    /** Reads all that is in the topic by now. */
    static FiredEvents of(String bootstrapServers, Set<String> orders) {
        FiredEvents events = new FiredEvents();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(TOPIC).forEach(one -> partitions.add(new TopicPartition(TOPIC, one.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    if (orders.contains(header(message, "ce_subject"))) {
                        events.note(message);
                    }
                }
            }
        }
        return events;
    }

    private void note(ConsumerRecord<byte[], byte[]> message) {
        String id = header(message, "ce_id");
        if (!ids.add(id)) {
            again++;
        }
        String order = header(message, "ce_subject");
        idsOfNumbers
                .computeIfAbsent(order, first -> new TreeMap<>())
                .computeIfAbsent(Long.parseLong(header(message, "ce_sequence")), first -> new TreeSet<>())
                .add(id);
        String type = header(message, "ce_type");
        if (type.equals("id.siaga.order.deadline-near.v1") || type.equals("id.siaga.order.overdue.v1")) {
            JsonNode data = Json.parseLeniently(message.value());
            idsOfMarks
                    .computeIfAbsent(
                            new DueClocks.Mark(
                                    order,
                                    data.path("clock").asText(),
                                    data.path("percent").asInt()),
                            first -> new TreeSet<>())
                    .add(id);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    /** The marks that were told, each with the ids of the events that told it. */
    Map<DueClocks.Mark, Set<String>> marks() {
        return idsOfMarks;
    }

    /** By order, the numbers of its events, each with the ids of those that have it. */
    Map<String, Map<Long, Set<String>>> numbers() {
        return idsOfNumbers;
    }

    int distinct() {
        return ids.size();
    }

    /** How many came again under their own id, as they may when a relay dies. */
    int again() {
        return again;
    }
}
