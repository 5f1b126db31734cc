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
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Records how an attempt went, in one transaction: the log, the delivery, what the others are told of it, and when
 * its lane is due again. A crash before the commit leaves the lease to run out, and the next try goes out under
 * the same webhook-id.
 */
@ApplicationScoped
public class RecordOutcome {

    private static final Logger LOG = Logger.getLogger(RecordOutcome.class);

    private final Lanes lanes;
    private final Deliveries deliveries;
    private final DeliveryEvents events;
    private final EndpointDirectory endpoints;
    private final EndEndpoint endEndpoint;
    private final RetrySchedule schedule;
    private final Clock clock;

    RecordOutcome(
            Lanes lanes,
            Deliveries deliveries,
            DeliveryEvents events,
            EndpointDirectory endpoints,
            EndEndpoint endEndpoint,
            EgressConfig egress,
            Clock clock) {
        this.lanes = lanes;
        this.deliveries = deliveries;
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
        int attempts = delivery.attempts() + 1;
        deliveries.log(delivery, attempts, outcome);
        Instant dueAt =
                switch (outcome) {
                    case Received received -> succeed(delivery, attempts, received);
                    case Failed failed -> fail(delivery, attempts, failed);
                };
        lanes.free(delivery, dueAt);
    }

    /** Ends a claimed delivery whose endpoint has ended, without calling it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void cancel(ClaimedDelivery delivery) {
        if (lanes.lock(delivery)) {
            Instant now = clock.instant();
            end(delivery, DeliveryStatus.CANCELLED, delivery.attempts(), "the endpoint has ended", now);
            lanes.free(delivery, now);
        }
    }

    private Instant succeed(ClaimedDelivery delivery, int attempts, Received received) {
        deliveries.finish(delivery.id(), DeliveryStatus.SUCCEEDED, attempts, null, received.receivedAt());
        events.succeeded(DeliveryFacts.of(delivery, attempts, null), received.receivedAt());
        return clock.instant();
    }

    private Instant fail(ClaimedDelivery delivery, int attempts, Failed failed) {
        Instant now = clock.instant();
        if (failed.gone()) {
            return end(delivery, DeliveryStatus.ABANDONED, attempts, "the endpoint answered 410 and was disabled", now);
        }
        if (!endpoints.isActive(delivery.endpointId())) {
            return end(delivery, DeliveryStatus.CANCELLED, attempts, "the endpoint has ended", now);
        }
        Instant next = now.plus(schedule.delay(
                delivery.priority(),
                attempts,
                now,
                delivery.serveBy(),
                failed.retryAfter(),
                ThreadLocalRandom.current().nextDouble()));
        if (schedule.isOver(delivery.createdAt(), next)) {
            return end(delivery, DeliveryStatus.ABANDONED, attempts, failed.error(), now);
        }
        deliveries.failed(delivery.id(), attempts, failed.error());
        return next;
    }

    private Instant end(ClaimedDelivery delivery, DeliveryStatus end, int attempts, String why, Instant now) {
        deliveries.finish(delivery.id(), end, attempts, why, now);
        events.abandoned(List.of(DeliveryFacts.of(delivery, attempts, why)), why, now);
        return now;
    }
}
