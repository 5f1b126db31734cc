// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Hands out the steps that are due, and keeps what came of them. */
@ApplicationScoped
class RecordStep {

    private final Rehearsals rehearsals;
    private final RehearsalConfig config;
    private final Event<StepDue> due;
    private final Clock clock;

    RecordStep(Rehearsals rehearsals, RehearsalConfig config, Event<StepDue> due, Clock clock) {
        this.rehearsals = rehearsals;
        this.config = config;
        this.due = due;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Step> claim(int limit, Duration lease) {
        Instant now = clock.instant();
        return limit <= 0 ? List.of() : rehearsals.claim(now, now.plus(lease), limit);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void played(Step step, StepResult result) {
        Instant now = clock.instant();
        StepKind next = step.kind().next();
        if (next == null) {
            rehearsals.record(step, result, null, now);
            return;
        }
        rehearsals.record(step, result, next == StepKind.SLOW_RETRY ? now.plus(config.pause()) : now, now);
        due.fire(new StepDue());
    }

    /** The endpoint is to be told nothing any more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void gone(Step step) {
        rehearsals.abort(step.rehearsalId(), clock.instant());
    }
}
