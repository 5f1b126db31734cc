// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.delivery.DeliveryOutcome.Failed;
import id.siaga.notification.delivery.DeliveryOutcome.Received;
import id.siaga.notification.egress.EgressConfig;
import id.siaga.notification.endpoint.EndEndpoint;
import id.siaga.notification.endpoint.EndpointDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Records how attempts went, in one transaction: the log, the delivery, what the others are told of it, and when
 * its lane is due again. A crash before the commit leaves the lease to run out, and the next try goes out under
 * the same webhook-id.
 */
@ApplicationScoped
public class RecordOutcome {

    private static final Logger LOG = Logger.getLogger(RecordOutcome.class);

    private final LeasedLanes lanes;
    private final Outcomes outcomes;
    private final DeliveryEvents events;
    private final EndpointDirectory endpoints;
    private final EndEndpoint endEndpoint;
    private final RetrySchedule schedule;
    private final Clock clock;

    RecordOutcome(
            LeasedLanes lanes,
            Outcomes outcomes,
            DeliveryEvents events,
            EndpointDirectory endpoints,
            EndEndpoint endEndpoint,
            EgressConfig egress,
            Clock clock) {
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.events = events;
        this.endpoints = endpoints;
        this.endEndpoint = endEndpoint;
        this.schedule = new RetrySchedule(egress.totalLimit());
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void record(ClaimedDelivery delivery, DeliveryOutcome outcome) {
        if (outcome instanceof Failed failed && failed.gone()) {
            // Before the lane is locked: whoever ends an endpoint locks it first and its lanes second.
            endEndpoint.disable(delivery.endpointId());
        }
        if (!lanes.lock(delivery)) {
            LOG.warn("A lease ended before its attempt was recorded; the attempt will be repeated");
            return;
        }
        settle(List.of(new Attempted(delivery, outcome)));
    }

    /**
     * Records many at once, and waits for nobody: those whose lanes somebody else works on are left out, and so are those
     * that end their endpoint, which is locked before lanes are.
     *
     * @return the leases of those that are recorded
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Set<UUID> recordTogether(List<Attempted> attempts) {
        List<Attempted> wanted = attempts.stream()
                .filter(attempt -> !(attempt.outcome() instanceof Failed failed && failed.gone()))
                .toList();
        Set<UUID> locked =
                lanes.lockUnheld(wanted.stream().map(Attempted::delivery).toList());
        settle(wanted.stream()
                .filter(attempt -> locked.contains(attempt.delivery().lease()))
                .toList());
        return locked;
    }

    /** Ends a claimed delivery whose endpoint has ended, without calling it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void cancel(ClaimedDelivery delivery) {
        if (lanes.lock(delivery)) {
            write(List.of(over(
                    delivery,
                    DeliveryStatus.CANCELLED,
                    delivery.attempts(),
                    "the endpoint has ended",
                    clock.instant())));
        }
    }

    private void settle(List<Attempted> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        Set<UUID> active = endpoints.active(attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Failed)
                .map(attempt -> attempt.delivery().endpointId())
                .collect(Collectors.toSet()));
        outcomes.log(attempts);
        write(attempts.stream()
                .map(attempt -> switch (attempt.outcome()) {
                    case Received received -> succeeded(attempt, received);
                    case Failed failed -> failed(attempt, failed, active);
                })
                .toList());
    }

    private void write(List<Settled> settled) {
        outcomes.store(settled);
        events.settled(settled);
        lanes.free(settled);
    }

    private Settled succeeded(Attempted attempt, Received received) {
        return new Settled(
                attempt.delivery(),
                DeliveryStatus.SUCCEEDED,
                attempt.number(),
                null,
                received.receivedAt(),
                clock.instant());
    }

    private Settled failed(Attempted attempt, Failed failed, Set<UUID> active) {
        ClaimedDelivery delivery = attempt.delivery();
        int attempts = attempt.number();
        Instant now = clock.instant();
        if (failed.gone()) {
            return over(
                    delivery, DeliveryStatus.ABANDONED, attempts, "the endpoint answered 410 and was disabled", now);
        }
        if (!active.contains(delivery.endpointId())) {
            return over(delivery, DeliveryStatus.CANCELLED, attempts, "the endpoint has ended", now);
        }
        Instant next = now.plus(schedule.delay(
                delivery.priority(),
                attempts - delivery.attemptsBefore(),
                now,
                delivery.serveBy(),
                failed.retryAfter(),
                ThreadLocalRandom.current().nextDouble()));
        if (schedule.isOver(delivery.queuedAt(), next)) {
            return over(delivery, DeliveryStatus.ABANDONED, attempts, failed.error(), now);
        }
        return new Settled(delivery, DeliveryStatus.PENDING, attempts, failed.error(), now, next);
    }

    private static Settled over(ClaimedDelivery delivery, DeliveryStatus end, int attempts, String why, Instant now) {
        return new Settled(delivery, end, attempts, why, now, now);
    }
}
