// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Moves one shard's rows from the outbox to Kafka, batch by batch, each in one database transaction around one Kafka
 * transaction. The order of steps is what keeps the promise:
 *
 * <ul>
 *   <li>lock, then producer epoch, then read: rows that were read after the epoch was taken were read under the lock, so a
 *       predecessor that was overtaken cannot fence its successor and publish what it read long ago;
 *   <li>publish, then delete, then commit: dying in between repeats events, and never loses one.
 * </ul>
 */
final class ShardRelay implements Runnable {

    enum Progress {
        PUBLISHED,
        NOTHING_THERE,
        HELD_ELSEWHERE
    }

    private static final Logger LOG = Logger.getLogger(ShardRelay.class);

    private final DataSource database;
    private final OutboxTable table;
    private final ShardProducer producer;
    private final OutboxSettings settings;
    private final int shard;
    private final UUID replica;
    private final RelayLimits limits;

    private final Semaphore hint = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);

    ShardRelay(DataSource database, ShardProducer producer, OutboxSettings settings, int shard, UUID replica) {
        this.database = database;
        this.table = new OutboxTable(settings.shards());
        this.producer = producer;
        this.settings = settings;
        this.shard = shard;
        this.replica = replica;
        this.limits = new RelayLimits(settings.deliveryTimeout());
    }

    /** Something may have been committed for this shard. */
    void hint() {
        if (hint.availablePermits() == 0) {
            hint.release();
        }
    }

    void stop() {
        stop.countDown();
        hint.release();
    }

    @Override
    public void run() {
        var retry = new Retry();
        try {
            while (stop.getCount() > 0) {
                rest(attempt(retry));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            producer.discard();
        }
    }

    private Duration attempt(Retry retry) throws InterruptedException {
        try {
            Progress progress = drain();
            retry.succeeded();
            return switch (progress) {
                case PUBLISHED -> settings.gathering();
                case NOTHING_THERE -> awaitHint();
                // the holder polls; hints from here would only make both of them ask for the lock all the time
                case HELD_ELSEWHERE -> settings.poll();
            };
        } catch (SQLException | RuntimeException e) {
            Duration pause = retry.next();
            if (retry.worthLogging()) {
                LOG.warnf(e, "Shard %d of the outbox waits: attempt %d failed", shard, retry.failures());
            }
            return pause;
        }
    }

    private Duration awaitHint() throws InterruptedException {
        if (hint.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            hint.drainPermits();
        }
        return Duration.ZERO;
    }

    private void rest(Duration pause) throws InterruptedException {
        if (!pause.isZero()) {
            stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Publishes one batch, if there is one and this replica may. */
    Progress drain() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            // outside a transaction: an idle relay costs one statement per poll
            if (!table.hasRows(connection, shard)) {
                return Progress.NOTHING_THERE;
            }
            connection.setAutoCommit(false);
            Progress progress = publishOrGiveUp(connection);
            connection.setAutoCommit(true);
            return progress;
        }
    }

    private Progress publishOrGiveUp(Connection connection) throws SQLException, InterruptedException {
        try {
            Progress progress = publishHead(connection);
            connection.rollback(); // the lock, where there was nothing to do; of no effect after a commit
            return progress;
        } catch (SQLException | InterruptedException | RuntimeException failure) {
            producer.abandon();
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    private Progress publishHead(Connection connection) throws SQLException, InterruptedException {
        switch (table.claim(connection, shard, replica)) {
            case REFUSED -> {
                return Progress.HELD_ELSEWHERE;
            }
            case TAKEN_OVER -> producer.discard();
            case KEPT -> {}
        }
        OutboxTable.limitIdling(connection, limits.idleSession());
        producer.open();
        OutboxTable.Head head = table.head(connection, shard, settings.batch());
        if (head.rows().isEmpty()) {
            return Progress.NOTHING_THERE;
        }
        producer.publish(head.rows());
        OutboxTable.delete(connection, head.positions());
        connection.commit();
        return Progress.PUBLISHED;
    }
}
