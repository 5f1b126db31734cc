// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.endpoint.FindEndpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Does a part of what is to be recovered, in one transaction: what is queued and how far that is are committed together, or
 * neither is. The recovery's row is locked first, then the endpoint, then as everywhere its lanes and deliveries.
 */
@ApplicationScoped
class WorkRecovery {

    private final Recoveries recoveries;
    private final FindEndpoints endpoints;
    private final RecoverFailed recover;
    private final ReplayEvents replay;
    private final RecoveryMetrics metrics;
    private final Clock clock;

    WorkRecovery(
            Recoveries recoveries,
            FindEndpoints endpoints,
            RecoverFailed recover,
            ReplayEvents replay,
            RecoveryMetrics metrics,
            Clock clock) {
        this.recoveries = recoveries;
        this.endpoints = endpoints;
        this.recover = recover;
        this.replay = replay;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns false when there is nothing to do, or others do it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean work() {
        Optional<Recovery> taken = recoveries.take();
        taken.ifPresent(this::work);
        return taken.isPresent();
    }

    private void work(Recovery recovery) {
        Instant now = clock.instant();
        if (!endpoints.lockActive(recovery.endpointId())) {
            recoveries.advance(recovery, new Step(0, 0, recovery.place(), true), RecoveryStatus.ABORTED, now);
            return;
        }
        Step step =
                switch (recovery.kind()) {
                    case RECOVERY -> recover.step(recovery);
                    case REPLAY -> replay.step(recovery);
                };
        recoveries.advance(recovery, step, step.last() ? RecoveryStatus.FINISHED : null, now);
        metrics.queued(recovery.kind(), step.queued());
    }
}
