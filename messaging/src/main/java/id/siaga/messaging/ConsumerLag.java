// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import id.siaga.messaging.Channels.Channel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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

/**
 * How many records wait for each channel, over all its replicas. The broker is asked, since a consumer knows its lag only
 * while it reads. NaN when the broker could not be asked.
 */
@ApplicationScoped
class ConsumerLag {

    private static final int EVERY_SECONDS = 15;
    private static final int PATIENCE_MILLIS = 10_000;

    /** The record with which the broker ends a transaction lies behind the last event, and is never committed by a consumer. */
    private static final long MARKER = 1;

    private final Channels channels;
    private final Map<String, Object> kafka;
    private final MeterRegistry metrics;
    private final Map<String, Double> waiting = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    ConsumerLag(
            Channels channels, @Identifier("default-kafka-broker") Map<String, Object> kafka, MeterRegistry metrics) {
        this.channels = channels;
        this.kafka = new HashMap<>(kafka);
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        List<Channel> all = channels.all();
        for (Channel channel : all) {
            Gauge.builder("siaga.inbox.lag", () -> waiting.getOrDefault(channel.name(), Double.NaN))
                    .description("Records that wait to be taken, of all partitions.")
                    .baseUnit("records")
                    .tag("channel", channel.name())
                    .register(metrics);
        }
        if (!all.isEmpty()) {
            Thread.ofPlatform().daemon().name("consumer-lag").start(() -> sampleUntilStopped(all));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.countDown();
    }

    private void sampleUntilStopped(List<Channel> all) {
        kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(kafka)) {
            do {
                all.forEach(channel -> sample(admin, channel));
            } while (!stop.await(EVERY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample(Admin admin, Channel channel) {
        try {
            waiting.put(channel.name(), (double) of(admin, channel));
        } catch (ExecutionException | KafkaException e) {
            waiting.remove(channel.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long of(Admin admin, Channel channel) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = admin.describeTopics(channel.topics()).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(channel.group())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> next = offsets(admin, partitions, OffsetSpec.latest());
        return next.entrySet().stream()
                .mapToLong(end -> {
                    long begin = first.getOrDefault(end.getKey(), 0L);
                    return Math.max(end.getValue() - Math.max(begin, committed(read.get(end.getKey()))) - MARKER, 0);
                })
                .sum();
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
