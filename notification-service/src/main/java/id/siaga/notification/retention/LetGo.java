// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import id.siaga.notification.delivery.EndOutlived;
import id.siaga.notification.loop.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Makes room for the time to come and lets go what has been kept long enough, now and then, in every replica. */
@ApplicationScoped
class LetGo {

    private static final Logger LOG = Logger.getLogger(LetGo.class);

    /** So many weeks can nobody look after it, before the log grows where it is not dropped from. */
    private static final int WEEKS_AHEAD = 8;

    private static final int MONTHS_AHEAD = 3;

    private final Partitions partitions;
    private final EndOutlived outlived;
    private final Terms terms;
    private final RetentionMetrics metrics;
    private final Clock clock;
    private final Rounds ofAttempts;
    private final Rounds ofEvents;

    LetGo(Partitions partitions, EndOutlived outlived, RetentionConfig config, RetentionMetrics metrics, Clock clock) {
        this.partitions = partitions;
        this.outlived = outlived;
        this.terms = Terms.of(config);
        this.metrics = metrics;
        this.clock = clock;
        // Apart, so that neither waits while a statement is in the other's way.
        this.ofAttempts = Rounds.of("retention of attempts", config.every(), this::lookAtAttempts);
        this.ofEvents = Rounds.of("retention of events", config.every(), this::lookAtEvents);
    }

    void start(@Observes StartupEvent event) {
        ofAttempts.start();
        ofEvents.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ofAttempts.stop();
        ofEvents.stop();
    }

    /** It fails when a statement was in the way for longer than all others may wait behind it. */
    void lookAtAttempts() {
        partitions.make(Partitions.Of.ATTEMPTS, WEEKS_AHEAD);
        drop(Partitions.Of.ATTEMPTS, clock.instant().minus(terms.attempts()));
    }

    /** As with attempts; and what waits of an event is ended before it goes. */
    void lookAtEvents() {
        partitions.make(Partitions.Of.EVENTS, MONTHS_AHEAD);
        Instant before = clock.instant().minus(terms.events());
        int ended = outlived.end(before);
        if (ended > 0) {
            metrics.outlived(ended);
            LOG.warnf("Retention: %d deliveries ended that waited for longer than their events are kept", ended);
        }
        drop(Partitions.Of.EVENTS, before);
    }

    private void drop(Partitions.Of what, Instant before) {
        int dropped = partitions.drop(what, before);
        if (dropped > 0) {
            metrics.dropped(what, dropped);
            LOG.infof("Retention: %d partitions of %s dropped", dropped, what.code());
        }
    }
}
