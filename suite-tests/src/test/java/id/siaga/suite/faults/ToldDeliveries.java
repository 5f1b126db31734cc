// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the other services were told of deliveries, read from the first committed record to the last. */
final class ToldDeliveries {

    private static final String TOPIC = "notification.delivery.v1";
    private static final String SUCCEEDED = "id.siaga.delivery.succeeded.v1";
    private static final Duration POLL = Duration.ofMillis(100);

    private ToldDeliveries() {}

    /**
     * The webhook-ids of what was told to be received, as often as it was told: an event that comes again under its own id is
     * the same, since a relay that cannot delete what it has published publishes it again.
     */
    static List<String> succeeded(String brokers) {
        List<String> ids = new ArrayList<>();
        Set<String> events = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(one -> new TopicPartition(TOPIC, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(message -> {
                    boolean isNew = events.add(header(message, "ce_id"));
                    if (isNew && header(message, "ce_type").equals(SUCCEEDED)) {
                        JsonNode data = Json.parseLeniently(message.value());
                        ids.add(data.path("eventId").asText());
                    }
                });
            }
        }
        return ids;
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
