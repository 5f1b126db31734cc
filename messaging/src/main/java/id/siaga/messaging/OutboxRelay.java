// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This replica's relay: a thread per shard, from start to stop of the application. */
@ApplicationScoped
class OutboxRelay {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Object HINTED = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final boolean relays;
    private final List<ShardRelay> shards = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    OutboxRelay(
            DataSource database,
            TransactionSynchronizationRegistry transactions,
            OutboxSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        if (settings.shards() < 1 || settings.shards() > OutboxRow.SLOTS) {
            throw new IllegalArgumentException("siaga.outbox.shards must be from 1 to " + OutboxRow.SLOTS);
        }
        this.transactions = transactions;
        this.relays = settings.relay();
        var limits = new RelayLimits(settings.deliveryTimeout());
        var producers = new ProducerSettings(Map.copyOf(kafka), service, limits);
        UUID replica = UUID.randomUUID();
        for (int n = 0; n < settings.shards(); n++) {
            int shard = n;
            var producer = new ShardProducer(() -> producers.open(shard), limits.patience());
            shards.add(new ShardRelay(database, producer, settings, shard, replica));
        }
    }

    void start(@Observes StartupEvent event) {
        if (!relays) {
            return;
        }
        for (int shard = 0; shard < shards.size(); shard++) {
            threads.add(Thread.ofPlatform().name("outbox-relay-" + shard).start(shards.get(shard)));
        }
    }

    /** A batch under way is finished; what then still waits is published by another replica, or at the next start. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        shards.forEach(ShardRelay::stop);
        long deadline = System.nanoTime() + GRACE.toNanos();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                thread.interrupt();
                thread.join(GRACE);
            }
        }
    }

    /** Wakes the relay once the current transaction has committed. Rows are seen without it too, only later. */
    void wakeAfterCommit() {
        if (transactions.getResource(HINTED) != null) {
            return;
        }
        transactions.putResource(HINTED, HINTED);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    shards.forEach(ShardRelay::hint);
                }
            }
        });
    }
}
