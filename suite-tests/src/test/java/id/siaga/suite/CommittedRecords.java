// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics as services on their other side see them, from the first record to the last of now. */
public final class CommittedRecords {

    private static final Duration POLL = Duration.ofMillis(100);

    private CommittedRecords() {}

    /**
     * Reads what was written until now and is committed. A transaction is said to be committed before each partition says so:
     * what is open is waited for.
     *
     * @param each is given the records of a partition in their order
     */
    public static void read(String brokers, Predicate<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(brokers, "read_committed")) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.listTopics().forEach((topic, found) -> {
                if (topics.test(topic)) {
                    found.forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
                }
            });
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = written(brokers, partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    /** The text of a header that a record has. */
    public static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    /** Where partitions end for who reads what is not committed, too. */
    private static Map<TopicPartition, Long> written(String brokers, List<TopicPartition> partitions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(brokers, "read_uncommitted")) {
            return consumer.endOffsets(partitions);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String brokers, String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
