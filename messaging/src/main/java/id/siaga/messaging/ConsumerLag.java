// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import id.siaga.messaging.Channels.Channel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * How many records wait for each channel, over all its replicas. The broker is asked, since a consumer knows its lag only
 * while it reads. NaN when the broker could not be asked.
 */
@ApplicationScoped
class ConsumerLag {

    private static final int EVERY_SECONDS = 15;

    /** A start has something else to do, and consumers that join. */
    private static final int FIRST_SECONDS = 1;

    private final Channels channels;
    private final ConsumerPlaces places;
    private final MeterRegistry metrics;
    private final Map<String, Double> waiting = new ConcurrentHashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    ConsumerLag(Channels channels, ConsumerPlaces places, MeterRegistry metrics) {
        this.channels = channels;
        this.places = places;
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
        try {
            if (!stop.await(FIRST_SECONDS, TimeUnit.SECONDS)) {
                sampleOften(all);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sampleOften(List<Channel> all) throws InterruptedException {
        try (Admin admin = places.admin()) {
            do {
                all.forEach(channel -> sample(admin, channel));
            } while (!stop.await(EVERY_SECONDS, TimeUnit.SECONDS));
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

    private long of(Admin admin, Channel channel) throws ExecutionException, InterruptedException {
        return places.of(admin, channel).stream()
                .mapToLong(ConsumerPlaces.Place::waiting)
                .sum();
    }
}
