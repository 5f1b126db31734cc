// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;

/** Stops a relay at one of its calls, once, as a long collection or a frozen machine would, and lets it go on. */
final class Pause implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Halts halts;

    Pause(String call) {
        var once = new AtomicBoolean(true);
        this.halts = new Halts(name -> {
            if (name.equals(call) && once.compareAndSet(true, false)) {
                reached.countDown();
                await(over);
            }
        });
    }

    Producer<byte[], byte[]> around(Producer<byte[], byte[]> producer) {
        return halts.around(producer);
    }

    /** Returns when the relay has been stopped. */
    Future<ShardRelay.Progress> start(ShardRelay relay) {
        Future<ShardRelay.Progress> running = thread.submit(relay::drain);
        await(reached);
        return running;
    }

    void end() {
        over.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end();
        thread.close();
    }
}
