// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the dead letters of a channel to its own consumer again, and to nobody else, whoever reads the topic that they came
 * from. How far that has come is kept by the group {@code <service>.<channel>.redrive}: each letter is given once more, and one
 * that still cannot be read becomes a new letter.
 */
@ApplicationScoped
public class Redrive {

    private static final Duration POLL = Duration.ofMillis(500);

    /** How many letters there were, and how many of them went back to where they came from. */
    public record Result(int letters, int buriedAgain) {}

    private final Inbox inbox;
    private final Instance<ChannelHandler> handlers;
    private final Map<String, Object> kafka;
    private final String service;

    Redrive(
            Inbox inbox,
            @Any Instance<ChannelHandler> handlers,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.kafka = Map.copyOf(kafka);
        this.service = service;
    }

    /** The channels of this service. */
    public List<String> channels() {
        return handlers.stream().map(ChannelHandler::channel).sorted().toList();
    }

    /** Returns when each letter that lay there at the beginning has been taken or buried again; empty without such a channel. */
    public Optional<Result> run(String channel) {
        return handlers.stream()
                .filter(handler -> handler.channel().equals(channel))
                .findFirst()
                .map(this::run);
    }

    private Result run(ChannelHandler handler) {
        String consumer = service + "." + handler.channel();
        try (KafkaConsumer<String, byte[]> letters =
                new KafkaConsumer<>(settings(consumer), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = letters.partitionsFor(consumer + ".dlq").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            letters.assign(partitions);
            return run(handler, letters, letters.endOffsets(partitions));
        }
    }

    /** @param ends what is buried meanwhile lies behind them, and is for the next time */
    private Result run(ChannelHandler handler, KafkaConsumer<String, byte[]> letters, Map<TopicPartition, Long> ends) {
        int seen = 0;
        int buried = 0;
        while (ends.entrySet().stream().anyMatch(end -> letters.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, byte[]> batch = until(ends, letters.poll(POLL));
            buried += inbox.take(handler.channel(), batch, handler);
            seen += batch.count();
            letters.commitSync(ends.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> new OffsetAndMetadata(Math.min(end.getValue(), letters.position(end.getKey()))))));
        }
        return new Result(seen, buried);
    }

    private static ConsumerRecords<String, byte[]> until(
            Map<TopicPartition, Long> ends, ConsumerRecords<String, byte[]> records) {
        return new ConsumerRecords<>(
                ends.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, end -> records.records(end.getKey()).stream()
                                .filter(letter -> letter.offset() < end.getValue())
                                .toList())),
                Map.of());
    }

    private Map<String, Object> settings(String consumer) {
        Map<String, Object> settings = new HashMap<>(kafka);
        // That is how the service is known in the groups of its channels.
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, consumer + ".redrive");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }
}
