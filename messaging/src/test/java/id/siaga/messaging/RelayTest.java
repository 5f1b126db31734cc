// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static id.siaga.messaging.RelayFixture.aRelayOf;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.messaging.ShardRelay.Progress;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Parts parts;

    @BeforeAll
    static void start() {
        parts = Parts.start("relay-stack.log");
    }

    @BeforeEach
    void empty() throws SQLException {
        parts.execute("DELETE FROM outbox");
        parts.forgetHolders();
    }

    @AfterEach
    void closeProducers() {
        RelayFixture.closeProducers();
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @Test
    void aRowThatCommitsLateIsNotSkipped() throws Exception {
        // Given
        parts.topic("late");
        ShardRelay relay = aRelayOf("late", parts).shard(0);
        try (Connection slow = parts.database().getConnection()) {
            slow.setAutoCommit(false);
            OutboxTable.append(slow, List.of(OutboxRow.of("late", Parts.event("late", "slow", 1))));
            parts.commit("late", "quick", 1, 1);
            assertEquals(Progress.PUBLISHED, relay.drain());
            assertEquals(Map.of("quick", List.of(1L)), parts.firstSeen("late"));

            // When
            slow.commit();
        }

        // Then
        assertEquals(Progress.PUBLISHED, relay.drain());
        assertEquals(Map.of("quick", List.of(1L), "slow", List.of(1L)), parts.firstSeen("late"));
        assertEquals(Progress.NOTHING_THERE, relay.drain());
    }

    @Test
    void oneExpiredSendAbortsTheWholeBatchWhichIsSentAgainInOrder() throws Exception {
        // Given
        parts.topic("expired");
        parts.commit("expired", "thing", 1, 20);
        var expireOne = new AtomicBoolean(true);
        ShardRelay relay = aRelayOf("expired", parts)
                .sendingBy(producer -> expiring(producer, expireOne))
                .shard(0);

        // When
        assertThrows(KafkaException.class, relay::drain);

        // Then
        assertEquals(List.of(), parts.published("expired"));
        assertEquals(20, parts.waiting());
        assertEquals(Progress.PUBLISHED, relay.drain());
        assertEquals(20, parts.published("expired").size());
        assertEquals(Map.of("thing", oneTo(20)), parts.firstSeen("expired"));
    }

    @Test
    void aBrokerThatFreezesUntilABatchHasExpiredPublishesItOnceAndInOrder() throws Exception {
        // Given
        parts.topic("frozen");
        parts.commit("frozen", "thing", 1, 20);
        var freezeOnce = new AtomicInteger(10);
        var freezing = new Halts(call -> {
            if (call.equals("Producer.send") && freezeOnce.decrementAndGet() == 0) {
                parts.freezeBroker();
            }
            // Frozen for longer, it would be fenced by its controller and take long to come back.
            if (call.equals("Producer.abortTransaction")) {
                parts.thawBroker();
            }
        });
        ShardRelay relay = aRelayOf("frozen", parts)
                .expiringAfter(Duration.ofSeconds(2))
                .sendingBy(freezing::around)
                .shard(0);

        // When
        try {
            assertThrows(KafkaException.class, relay::drain);
        } finally {
            // what was on the wire arrives now, after the relay has given it up
            parts.thawBroker();
        }

        // Then one with time: a broker that has just thawed may take long to say that it committed,
        // and what is not known to be committed is published again
        ShardRelay patient = aRelayOf("frozen", parts).shard(0);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> patient.drain() == Progress.PUBLISHED);
        assertEquals(20, parts.published("frozen").size());
        assertEquals(Map.of("thing", oneTo(20)), parts.firstSeen("frozen"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Producer.initTransactions",
                "Producer.beginTransaction",
                "Producer.send",
                "Producer.commitTransaction"
            })
    void aPausedRelayWhoseSessionIsDroppedPublishesNothingAfterItsSuccessor(String pausePoint) throws Exception {
        // Given
        String topic = "paused-" + pausePoint;
        parts.topic(topic);
        parts.commit(topic, "thing", 1, 10);
        try (var pause = new Pause(pausePoint)) {
            ShardRelay predecessor =
                    aRelayOf(topic, parts).sendingBy(pause::around).shard(0);
            Future<Progress> paused = pause.start(predecessor);
            assertEquals(1, parts.dropRelaySessions(1));
            ShardRelay successor = aRelayOf(topic, parts).shard(0);
            assertEquals(Progress.PUBLISHED, successor.drain());
            parts.commit(topic, "thing", 11, 20);
            assertEquals(Progress.PUBLISHED, successor.drain());

            // When
            pause.end();

            // Then
            assertThrows(Exception.class, paused::get);
            assertEquals(20, parts.published(topic).size());
            assertEquals(Map.of("thing", oneTo(20)), parts.firstSeen(topic));

            // and both can go on
            parts.commit(topic, "thing", 21, 30);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> successor.drain() == Progress.PUBLISHED);
            parts.commit(topic, "thing", 31, 40);
            await().atMost(PATIENCE).ignoreExceptions().until(() -> predecessor.drain() == Progress.PUBLISHED);
            assertEquals(Map.of("thing", oneTo(40)), parts.firstSeen(topic));
        }
    }

    @Test
    void twoReplicasKeepTheOrderOfEverySubject() throws Exception {
        // Given: two replicas, of which the second has to wait until the first lets go
        parts.topic("rivals");
        int subjects = 40;
        for (int subject = 0; subject < subjects; subject++) {
            parts.execute("INSERT INTO thing (id) VALUES ('subject-" + subject + "')");
        }
        var first = Replica.of("rivals");
        var second = Replica.of("rivals");
        var written = new AtomicInteger();
        var enough = new CountDownLatch(1);
        int dropped = 0;

        // When
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            first.shards().forEach(threads::execute);
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                writing.add(threads.submit(() -> write(subjects, written, enough)));
            }
            try {
                await().atMost(PATIENCE).until(() -> first.batches().get() > 0);

                // both compete, and sessions are lost
                second.shards().forEach(threads::execute);
                int rivalry = written.get() + 4_000;
                while (written.get() < rivalry) {
                    dropped += parts.dropRelaySessions(0.3);
                    await().pollDelay(Duration.ofMillis(200)).until(() -> true);
                }

                // and the first goes, in the middle of it
                first.stop();
                int alone = second.batches().get();
                await().atMost(PATIENCE).until(() -> second.batches().get() > alone);
                enough.countDown();
                for (Future<?> writer : writing) {
                    writer.get();
                }
                await().atMost(PATIENCE).until(() -> parts.waiting() == 0);
            } finally {
                enough.countDown();
                first.stop();
                second.stop();
            }
        }
        System.out.printf(
                "%d events, batches of the replicas: %s and %s, sessions dropped: %d%n",
                written.get(), first.batches(), second.batches(), dropped);

        // Then
        Map<String, List<Long>> seen = parts.firstSeen("rivals");
        assertEquals(written.get(), seen.values().stream().mapToInt(List::size).sum());
        seen.forEach((subject, sequences) -> assertEquals(oneTo(sequences.size()), sequences, subject));
    }

    /** Both shards of one replica, and how many batches it has published. */
    private record Replica(List<ShardRelay> shards, AtomicInteger batches) {

        static Replica of(String service) {
            var batches = new AtomicInteger();
            var counting = new Halts(call -> batches.addAndGet(call.equals("Producer.commitTransaction") ? 1 : 0));
            RelayFixture relay = aRelayOf(service, parts).with(2, 100).sendingBy(counting::around);
            return new Replica(List.of(relay.shard(0), relay.shard(1)), batches);
        }

        void stop() {
            shards.forEach(ShardRelay::stop);
        }
    }

    private static @Nullable Object write(int subjects, AtomicInteger written, CountDownLatch enough)
            throws SQLException {
        try (Connection connection = parts.database().getConnection()) {
            connection.setAutoCommit(false);
            while (enough.getCount() > 0) {
                String subject = "subject-" + ThreadLocalRandom.current().nextInt(subjects);
                try (PreparedStatement update = connection.prepareStatement(
                        "UPDATE thing SET version = version + 1 WHERE id = ? RETURNING version")) {
                    update.setString(1, subject);
                    var version = update.executeQuery();
                    version.next();
                    OutboxTable.append(
                            connection,
                            List.of(OutboxRow.of("rivals", Parts.event("rivals", subject, version.getLong(1)))));
                }
                // some commit later than those who drew a higher position
                if (ThreadLocalRandom.current().nextInt(20) == 0) {
                    parts.execute("SELECT pg_sleep(0.02)");
                }
                connection.commit();
                written.incrementAndGet();
            }
        }
        return null;
    }

    /** The tenth send fails as one does that has expired, once; all the others are really sent. */
    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> expiring(Producer<byte[], byte[]> real, AtomicBoolean once) {
        var sends = new AtomicInteger();
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                RelayTest.class.getClassLoader(), new Class<?>[] {Producer.class}, (self, method, arguments) -> {
                    if (method.getName().equals("send")
                            && sends.incrementAndGet() == 10
                            && once.compareAndSet(true, false)) {
                        return CompletableFuture.failedFuture(new TimeoutException("Expiring 1 record(s)"));
                    }
                    return method.invoke(real, arguments);
                });
    }

    private static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
