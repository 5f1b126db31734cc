// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What there is between the places of consumers and the ends. What a transaction left that was aborted, such as that of
 * a relay that was killed, is given to nobody: a consumer commits nothing behind it until the next event comes.
 */
final class WaitingRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_POLLS = 50;

    private final KafkaConsumer<byte[], byte[]> reader;

    WaitingRecords(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        this.reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Those places before which there is a record; also those of which the broker does not tell in time. */
    Set<ConsumerPlaces.Place> behind(List<ConsumerPlaces.Place> places) {
        Map<TopicPartition, ConsumerPlaces.Place> open =
                places.stream().collect(Collectors.toMap(ConsumerPlaces.Place::topicPartition, Function.identity()));
        reader.assign(open.keySet());
        open.forEach((partition, place) -> reader.seek(partition, place.taken()));
        Set<ConsumerPlaces.Place> behind = new HashSet<>();
        for (int polls = 0; polls < MOST_POLLS && !open.isEmpty(); polls++) {
            Set<TopicPartition> given = reader.poll(POLL).partitions();
            reader.pause(given);
            given.stream().map(open::remove).filter(Objects::nonNull).forEach(behind::add);
            open.entrySet()
                    .removeIf(one ->
                            reader.position(one.getKey()) >= one.getValue().end());
        }
        behind.addAll(open.values());
        return behind;
    }

    @Override
    public void close() {
        reader.close();
    }
}
