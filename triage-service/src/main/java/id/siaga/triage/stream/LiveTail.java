// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The end of the stream, in memory once for all who watch it in this replica. Who is too slow for it reads the database
 * until it has caught up, so that nobody's changes are kept for anybody.
 */
@ApplicationScoped
class LiveTail {

    private static final int LENGTH = 2000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<Placed> changes = new ArrayDeque<>();
    private Position from = new Position(0, 0);
    private Position end = from;

    /** Begins anew, with nothing. */
    void begin(Position at) {
        lock.lock();
        try {
            changes.clear();
            from = at;
            end = at;
        } finally {
            lock.unlock();
        }
    }

    Position end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** What follows the end. */
    void add(List<Placed> more) {
        if (more.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            changes.addAll(more);
            end = more.getLast().position();
            while (changes.size() > LENGTH) {
                from = changes.removeFirst().position();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What follows a place, once there is anything or the time is over; nothing at all when it is not in memory. */
    Optional<List<Placed>> after(Position place, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = wait.toNanos();
            while (left > 0 && end.compareTo(place) <= 0) {
                left = grown.awaitNanos(left);
            }
            return place.isBefore(from)
                    ? Optional.empty()
                    : Optional.of(changes.stream()
                            .filter(one -> place.isBefore(one.position()))
                            .toList());
        } finally {
            lock.unlock();
        }
    }
}
