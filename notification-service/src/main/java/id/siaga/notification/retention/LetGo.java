// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import id.siaga.notification.loop.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Makes room for the weeks to come and lets go what has been kept long enough, now and then, in every replica. */
@ApplicationScoped
class LetGo {

    private static final Logger LOG = Logger.getLogger(LetGo.class);

    /** So many weeks can nobody look after it, before the log grows where it is not dropped from. */
    private static final int WEEKS_AHEAD = 8;

    /** What the database's functions drop at the earliest. */
    private static final Duration LEAST = Duration.ofDays(30);

    private final AttemptPartitions attempts;
    private final RetentionConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Rounds rounds;

    LetGo(AttemptPartitions attempts, RetentionConfig config, MeterRegistry metrics, Clock clock) {
        this.attempts = attempts;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.rounds = Rounds.of("retention", config.every(), this::look);
    }

    void start(@Observes StartupEvent event) {
        if (config.attempts().compareTo(LEAST) < 0) {
            throw new IllegalStateException("siaga.retention.attempts must be " + LEAST.toDays() + " days at least");
        }
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.stop();
    }

    /** It fails when a statement was in the way for longer than all others may wait behind it. */
    void look() {
        attempts.make(WEEKS_AHEAD);
        int dropped = attempts.drop(clock.instant().minus(config.attempts()));
        if (dropped > 0) {
            metrics.counter("siaga.retention.dropped", "what", "attempts").increment(dropped);
            LOG.infof("Retention: %d partitions of attempts dropped", dropped);
        }
    }
}
