// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Lets readers wait for what comes. One thread asks for the heads of all channels that are waited for in this replica,
 * several times a second, because another replica may have appended, and at once when this one has.
 */
@ApplicationScoped
class FeedHeads {

    private static final Logger LOG = Logger.getLogger(FeedHeads.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final FeedEntries entries;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Map<String, Integer> waited = new HashMap<>();
    private final Map<String, Long> heads = new HashMap<>();
    private final Semaphore hint = new Semaphore(0);
    private final Thread loop = Thread.ofPlatform().name("feed-heads").unstarted(this::run);
    private volatile boolean stopping;
    private volatile boolean stopped;

    FeedHeads(FeedEntries entries) {
        this.entries = entries;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stopping(@Observes ShutdownDelayInitiatedEvent event) {
        end();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        end();
        stopped = true;
        hint.release();
        loop.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** Whether nobody should wait any longer. */
    boolean stopping() {
        return stopping;
    }

    void lookNow() {
        hint.release();
    }

    /**
     * Returns when any of the channels goes beyond its number, the time is over or the service stops.
     *
     * @return whether any does
     */
    boolean awaitBeyond(Map<String, Long> numbers, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            numbers.keySet().forEach(channel -> waited.merge(channel, 1, Integer::sum));
            long left = wait.toNanos();
            while (left > 0 && !stopping && !beyond(numbers)) {
                left = grown.awaitNanos(left);
            }
            return beyond(numbers);
        } finally {
            numbers.keySet().forEach(this::leave);
            lock.unlock();
        }
    }

    private boolean beyond(Map<String, Long> numbers) {
        return numbers.entrySet().stream().anyMatch(one -> heads.getOrDefault(one.getKey(), 0L) > one.getValue());
    }

    private void leave(String channel) {
        if (waited.merge(channel, -1, Integer::sum) == 0) {
            waited.remove(channel);
            heads.remove(channel);
        }
    }

    private void end() {
        stopping = true;
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                if (hint.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    hint.drainPermits();
                }
                look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            List<String> channels = channels();
            if (!channels.isEmpty()) {
                grow(entries.heads(channels));
            }
        } catch (RuntimeException failure) {
            LOG.warn("Looking for what was added to the feed did not work and is tried again", failure);
        }
    }

    private List<String> channels() {
        lock.lock();
        try {
            return List.copyOf(waited.keySet());
        } finally {
            lock.unlock();
        }
    }

    private void grow(Map<String, Long> now) {
        lock.lock();
        try {
            now.keySet().retainAll(waited.keySet());
            if (now.entrySet().stream().anyMatch(one -> !one.getValue().equals(heads.get(one.getKey())))) {
                heads.putAll(now);
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
