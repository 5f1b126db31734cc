// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.canary;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Has a canary issued when a period begins, in every replica: the first one does it. It looks each second, since replicas that
 * looked once a period would each look at another moment of it, and now and then twice in one.
 */
@ApplicationScoped
class CanaryClock {

    private final CanaryConfig config;
    private final IssueCanary canary;
    private final CanaryMetrics metrics;
    private final Clock clock;
    private volatile @Nullable Instant looked;

    CanaryClock(CanaryConfig config, IssueCanary canary, CanaryMetrics metrics, Clock clock) {
        this.config = config;
        this.canary = canary;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (config.party().isEmpty()) {
            return;
        }
        Instant period = period(clock.instant());
        if (!period.equals(looked)) {
            looked = period;
            issue(period);
        }
    }

    private void issue(Instant period) {
        try {
            metrics.issued(canary.issue(period));
        } catch (RuntimeException e) {
            metrics.unknown();
            throw e;
        }
    }

    private Instant period(Instant now) {
        long length = config.every().toMillis();
        return Instant.ofEpochMilli(now.toEpochMilli() / length * length);
    }
}
