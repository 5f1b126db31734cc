// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the stream on, once for all who watch it in this replica, and forgets what is an hour old. */
@ApplicationScoped
class StreamWatch {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FORGET = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final Changes changes;
    private final LiveTail tail;
    private final Clock clock;
    private @Nullable Watch reading;
    private @Nullable Watch forgetting;

    StreamWatch(Changes changes, LiveTail tail, Clock clock) {
        this.changes = changes;
        this.tail = tail;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        tail.begin(changes.now());
        reading = Watch.start("stream-watch", this::read, POLL);
        forgetting = Watch.start("stream-forgetting", this::forget, FORGET);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (reading != null) {
            reading.stop();
        }
        if (forgetting != null) {
            forgetting.stop();
        }
    }

    private int read() {
        List<Placed> more = changes.after(tail.end(), AT_ONCE);
        tail.add(more);
        return more.size() == AT_ONCE ? AT_ONCE : 0;
    }

    /** How many were forgotten. */
    int forget() {
        return changes.forget(clock.instant().minus(KEPT), AT_ONCE);
    }
}
