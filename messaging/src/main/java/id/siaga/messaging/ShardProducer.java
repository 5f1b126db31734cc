// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The transactional producer of one shard: a batch is published whole or not at all. Its transactional id is the same in
 * every replica, so that opening one fences whoever published for the shard before. After any failure it is thrown
 * away: what a transaction left behind is settled when the next one opens.
 */
final class ShardProducer {

    private final Supplier<Producer<byte[], byte[]>> factory;
    private final Duration patience;
    private @Nullable Producer<byte[], byte[]> current;

    ShardProducer(Supplier<Producer<byte[], byte[]>> factory, Duration patience) {
        this.factory = factory;
        this.patience = patience;
    }

    /** Takes a new epoch, unless the one at hand is still the shard's newest as far as we know. */
    void open() {
        if (current == null) {
            Producer<byte[], byte[]> opened = factory.get();
            current = opened;
            opened.initTransactions();
        }
    }

    void publish(List<OutboxRow> rows) throws InterruptedException {
        Producer<byte[], byte[]> producer = current;
        if (producer == null) {
            throw new IllegalStateException("The producer is not open");
        }
        producer.beginTransaction();
        List<Future<?>> sends = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sends.add(producer.send(row.message()));
        }
        awaitAll(sends);
        producer.commitTransaction();
    }

    private void awaitAll(List<Future<?>> sends) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Future<?> send : sends) {
                send.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            throw new KafkaException("One record of a batch was not taken, so none is published", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("The broker did not answer in time, so nothing of the batch is published", e);
        }
    }

    /** Ends a transaction that did not commit, so that readers of the topic do not wait for it to time out. */
    void abandon() {
        Producer<byte[], byte[]> producer = current;
        if (producer != null) {
            try {
                producer.abortTransaction();
            } catch (KafkaException | IllegalStateException e) {
                // fenced, out of reach or not in a transaction: the next epoch settles it
            }
        }
        discard();
    }

    void discard() {
        Producer<byte[], byte[]> producer = current;
        current = null;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
