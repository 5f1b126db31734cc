// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import id.siaga.messaging.Channels.Channel;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far this service, all its replicas together, has taken what lies in the topics of its channels. */
@ApplicationScoped
public class ConsumerPlaces {

    private static final int PATIENCE_MILLIS = 10_000;

    /** The record with which the broker ends a transaction lies behind the last event, and is never committed by a consumer. */
    private static final long MARKER = 1;

    private final Channels channels;
    private final Map<String, Object> kafka;

    ConsumerPlaces(Channels channels, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.channels = channels;
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    }

    /**
     * One partition.
     *
     * @param taken the offset up to which it is taken
     * @param end the offset up to which it would have to be, for nothing to wait
     */
    public record Place(String topic, int partition, long taken, long end) {

        long waiting() {
            return Math.max(end - taken, 0);
        }

        TopicPartition topicPartition() {
            return new TopicPartition(topic, partition);
        }

        Place reached() {
            return new Place(topic, partition, end, end);
        }
    }

    /**
     * Asks the broker.
     *
     * @throws IllegalStateException when it does not answer
     */
    public List<Place> all() {
        List<Place> places = new ArrayList<>();
        try (Admin admin = admin()) {
            for (Channel channel : channels.all()) {
                places.addAll(of(admin, channel));
            }
        } catch (ExecutionException | KafkaException e) {
            throw new IllegalStateException("The broker does not say how far a consumer is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        return places;
    }

    Admin admin() {
        return Admin.create(kafka);
    }

    List<Place> of(Admin admin, Channel channel) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = admin.describeTopics(channel.topics()).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(channel.group())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> next = offsets(admin, partitions, OffsetSpec.latest());
        return withoutTheAborted(next.entrySet().stream()
                .map(end -> new Place(
                        end.getKey().topic(),
                        end.getKey().partition(),
                        Math.max(first.getOrDefault(end.getKey(), 0L), committed(read.get(end.getKey()))),
                        end.getValue() - MARKER))
                .toList());
    }

    /** Who seems to be behind is taken at his word only if there is something that he has not taken. */
    private List<Place> withoutTheAborted(List<Place> places) {
        List<Place> seeming =
                places.stream().filter(place -> place.waiting() > 0).toList();
        if (seeming.isEmpty()) {
            return places;
        }
        try (WaitingRecords records = new WaitingRecords(kafka)) {
            Set<Place> behind = records.behind(seeming);
            return places.stream()
                    .map(place -> place.waiting() == 0 || behind.contains(place) ? place : place.reached())
                    .toList();
        }
    }

    private static long committed(@Nullable OffsetAndMetadata place) {
        return place == null ? 0 : place.offset();
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), one -> which)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}
