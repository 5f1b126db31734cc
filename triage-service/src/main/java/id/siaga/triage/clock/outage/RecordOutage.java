// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operator records an outage; the clocks that it met are extended before any other is fired. */
@ApplicationScoped
class RecordOutage {

    private final Outages outages;
    private final Pulse pulse;
    private final OutageMetrics metrics;
    private final Clock clock;

    RecordOutage(Outages outages, Pulse pulse, OutageMetrics metrics, Clock clock) {
        this.outages = outages;
        this.pulse = pulse;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @throws TriageRefusal.OutageKnown when clocks were extended for a part of it before */
    @Transactional(Transactional.TxType.MANDATORY)
    Outage record(OutageRequest request, Actor by) {
        pulse.hold();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        request.check(now);
        Instant from = request.from().truncatedTo(ChronoUnit.MICROS);
        Instant to = request.to().truncatedTo(ChronoUnit.MICROS);
        outages.endingAfter(from).stream()
                .filter(known -> known.from().isBefore(to) && known.affects().meets(request.affects()))
                .findFirst()
                .ifPresent(known -> {
                    throw new TriageRefusal.OutageKnown(known.id());
                });
        UUID id = outages.add(request.affects(), from, to, request.what(), request.reason(), by, now);
        metrics.recordedByHand();
        return one(id);
    }

    @Transactional
    Outage one(UUID id) {
        return outages.find(id).orElseThrow(TriageRefusal.NotFound::new);
    }

    @Transactional
    List<Outage> page(@Nullable Instant endedAt, @Nullable UUID id, int most) {
        return outages.page(endedAt, id, most);
    }
}
