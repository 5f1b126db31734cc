// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ThingStack.class)
class OutageTest {

    /** Longer than the 60 s after which SmallRye fails a channel and the broker may drop a consumer. */
    private static final Duration OUTAGE = Duration.ofSeconds(90);

    private static final int BEFORE = 5_000;
    private static final int DURING = 1_000;
    private static final int ALL = BEFORE + DURING;

    @Inject
    Effects effects;

    @Inject
    SmallRyeHealthReporter health;

    @Inject
    MeterRegistry metrics;

    @Test
    void aDatabaseThatIsAwayForNinetySecondsDelaysAndLosesNothing() throws Exception {
        Parts parts = ThingStack.parts();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", parts.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            // Given
            send(producer, 1, BEFORE);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> effects.on("outage").size() > 100);

            // When
            parts.stopPostgres();
            long began = System.nanoTime();
            long lag = parts.lag("messaging-test.things-in", "things");
            send(producer, BEFORE + 1, ALL);
            await().during(OUTAGE)
                    .atMost(OUTAGE.plusSeconds(10))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(this::alive);
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            double failing = gauge("siaga.inbox.failing");
            double waiting = gauge("siaga.inbox.lag");
            parts.startPostgres();

            // Then
            long back = System.nanoTime();
            assertTrue(lag > 0, "the database went away in mid-consumption");
            assertTrue(seconds >= OUTAGE.toSeconds());
            assertTrue(failing >= OUTAGE.toSeconds() - 10, "the batch failed for " + failing + " s");
            // all but the last of each partition
            assertTrue(waiting >= DURING - Parts.PARTITIONS, "waiting: " + waiting);
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> effects.on("outage").size() >= ALL);
            System.out.printf(
                    "Outage of %d s with a lag of %d; drained %d ms after it%n",
                    seconds, lag, Duration.ofNanos(System.nanoTime() - back).toMillis());
            assertEquals(LongStream.rangeClosed(1, ALL).boxed().toList(), effects.on("outage"));
            await().atMost(Duration.ofMinutes(1)).until(() -> parts.lag("messaging-test.things-in", "things") == 0);
            await().atMost(Duration.ofMinutes(1)).until(() -> gauge("siaga.inbox.lag") == 0);
            assertEquals(0, gauge("siaga.inbox.failing"));
            assertEquals(
                    List.of(),
                    parts.published("messaging-test.things-in.dlq").stream()
                            .filter(letter -> Parts.header(letter, "ce_subject").equals("outage"))
                            .toList());

            // and the channel lives on
            send(producer, ALL + 1, ALL + 1);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> effects.on("outage").size() == ALL + 1);
            assertTrue(alive());
        }
    }

    private double gauge(String name) {
        Gauge gauge = metrics.find(name).tag("channel", "things-in").gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    private boolean alive() {
        return !health.getLiveness().isDown();
    }

    private static void send(Producer<byte[], byte[]> producer, int from, int to) throws Exception {
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        for (int sequence = from; sequence <= to; sequence++) {
            sends.add(producer.send(OutboxRow.of("test", Parts.event("things", "outage", sequence))
                    .message()));
        }
        for (Future<RecordMetadata> send : sends) {
            send.get();
        }
    }
}
