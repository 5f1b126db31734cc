// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;

/** Builds relays of one replica, as the application does, with what a test puts around their parts. */
record RelayFixture(
        String service,
        String bootstrap,
        DataSource database,
        UnaryOperator<Producer<byte[], byte[]>> producers,
        Settings settings,
        UUID replica) {

    record Settings(int shards, Duration poll, int batch, Duration deliveryTimeout) implements OutboxSettings {
        @Override
        public boolean relay() {
            return true;
        }

        @Override
        public Duration gathering() {
            return Duration.ofMillis(5);
        }
    }

    static final Settings DEFAULTS = new Settings(1, Duration.ofMillis(20), 500, Duration.ofSeconds(30));

    private static final Queue<Producer<byte[], byte[]>> OPENED = new ConcurrentLinkedQueue<>();

    static RelayFixture aRelayOf(String service, Parts parts) {
        return new RelayFixture(
                service, parts.bootstrap(), parts.database(), UnaryOperator.identity(), DEFAULTS, UUID.randomUUID());
    }

    RelayFixture sendingBy(UnaryOperator<Producer<byte[], byte[]>> others) {
        return new RelayFixture(service, bootstrap, database, others, settings, replica);
    }

    RelayFixture with(int shards, int batch) {
        var changed = new Settings(shards, settings.poll(), batch, settings.deliveryTimeout());
        return new RelayFixture(service, bootstrap, database, producers, changed, replica);
    }

    RelayFixture expiringAfter(Duration deliveryTimeout) {
        var changed = new Settings(settings.shards(), settings.poll(), settings.batch(), deliveryTimeout);
        return new RelayFixture(service, bootstrap, database, producers, changed, replica);
    }

    ShardRelay shard(int shard) {
        var limits = new RelayLimits(settings.deliveryTimeout());
        var kafka = new ProducerSettings(Map.of("bootstrap.servers", bootstrap), service, limits);
        var producer = new ShardProducer(() -> producers.apply(open(kafka, shard)), limits.patience());
        return new ShardRelay(database, producer, settings, shard, replica);
    }

    private static Producer<byte[], byte[]> open(ProducerSettings kafka, int shard) {
        Producer<byte[], byte[]> producer = kafka.open(shard);
        OPENED.add(producer);
        return producer;
    }

    /** Closes what relays that were drained by hand still hold open. */
    static void closeProducers() {
        OPENED.forEach(producer -> producer.close(Duration.ZERO));
        OPENED.clear();
    }
}
