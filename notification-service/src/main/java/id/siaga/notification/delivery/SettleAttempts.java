// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.breaker.Breakers;
import id.siaga.notification.delivery.DeliveryOutcome.Failed;
import id.siaga.notification.delivery.DeliveryOutcome.Received;
import id.siaga.notification.egress.EgressConfig;
import id.siaga.notification.endpoint.DisableReason;
import id.siaga.notification.endpoint.EndpointDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** What follows from attempts, for deliveries whose lanes are locked: many in as many statements as one. */
@ApplicationScoped
class SettleAttempts {

    private static final String TAKEN = "another endpoint of the party has taken it";

    private final LeasedLanes lanes;
    private final Outcomes outcomes;
    private final Breakers breakers;
    private final Fallbacks fallbacks;
    private final FailOver failOver;
    private final DeliveryEvents events;
    private final EndpointDirectory endpoints;
    private final RetrySchedule schedule;
    private final Clock clock;

    SettleAttempts(
            LeasedLanes lanes,
            Outcomes outcomes,
            Breakers breakers,
            Fallbacks fallbacks,
            FailOver failOver,
            DeliveryEvents events,
            EndpointDirectory endpoints,
            EgressConfig egress,
            Clock clock) {
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.breakers = breakers;
        this.fallbacks = fallbacks;
        this.failOver = failOver;
        this.events = events;
        this.endpoints = endpoints;
        this.schedule = new RetrySchedule(egress.totalLimit());
        this.clock = clock;
    }

    void settle(List<Attempted> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        Set<UUID> active = endpoints.active(attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Failed)
                .map(attempt -> attempt.delivery().endpointId())
                .collect(Collectors.toSet()));
        outcomes.log(attempts);
        List<Settled> settled = attempts.stream()
                .map(attempt -> switch (attempt.outcome()) {
                    case Received received -> received(attempt, received);
                    case Failed failed -> failed(attempt, failed, active);
                })
                .toList();
        outcomes.store(settled);
        Set<UUID> open = tried(attempts, active);
        List<Settled> gone = goElsewhere(settled, open);
        hurry(settled);
        events.settled(gone);
        lanes.free(settled);
    }

    void cancel(ClaimedDelivery delivery) {
        Instant now = clock.instant();
        boolean taken = delivery.standing() == Standing.TAKEN;
        List<Settled> cancelled = List.of(over(
                delivery,
                DeliveryStatus.CANCELLED,
                delivery.attempts(),
                taken ? TAKEN : "the endpoint has ended",
                now));
        outcomes.store(cancelled);
        if (!taken) {
            // Otherwise there is nothing to tell: the party has the order, and whoever follows it was told so.
            events.settled(goElsewhere(cancelled, Set.of()));
        }
        lanes.free(cancelled);
    }

    private Settled received(Attempted attempt, Received received) {
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
            return over(delivery, DeliveryStatus.ABANDONED, attempts, DisableReason.GONE.why(), now);
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

    /** Tells the breakers; returns the endpoints whose breakers are open. */
    private Set<UUID> tried(List<Attempted> attempts, Set<UUID> active) {
        Set<UUID> received = attempts.stream()
                .filter(attempt -> attempt.outcome() instanceof Received)
                .map(attempt -> attempt.delivery().endpointId())
                .collect(Collectors.toSet());
        Map<UUID, Integer> failures = new HashMap<>();
        for (Attempted attempt : attempts) {
            UUID endpoint = attempt.delivery().endpointId();
            // One that has also succeeded is well, as far as can be told of what came together.
            if (attempt.outcome() instanceof Failed && active.contains(endpoint) && !received.contains(endpoint)) {
                failures.merge(endpoint, 1, Integer::sum);
            }
        }
        Set<UUID> well = attempts.stream()
                .map(Attempted::delivery)
                .filter(delivery -> delivery.troubled() && received.contains(delivery.endpointId()))
                .map(ClaimedDelivery::endpointId)
                .collect(Collectors.toSet());
        return breakers.tried(well, failures);
    }

    /** Orders that are not taken, and never were, go to the fallbacks of their endpoints; returns all, those with where. */
    private List<Settled> goElsewhere(List<Settled> settled, Set<UUID> open) {
        List<UUID> orders = settled.stream()
                .filter(one -> one.delivery().priority() == Priority.ORDER
                        && !one.delivery().received())
                .filter(one -> isNotTaken(one, open))
                .map(one -> one.delivery().id())
                .toList();
        Map<UUID, UUID> told = failOver.tell(orders, clock.instant());
        return settled.stream()
                .map(one -> one.goingTo(told.get(one.delivery().id())))
                .toList();
    }

    private static boolean isNotTaken(Settled settled, Set<UUID> open) {
        return switch (settled.status()) {
            case SUCCEEDED -> false;
            case ABANDONED, CANCELLED -> true;
            // Where the breaker is open, others have had their tries, and this one need not wait for the end of its
            // own.
            case PENDING ->
                settled.delivery().standing() == Standing.ALONE
                        && (settled.attempts() - settled.delivery().attemptsBefore() >= RetrySchedule.MANDATORY_TRIES
                                || open.contains(settled.delivery().endpointId()));
        };
    }

    private void hurry(List<Settled> settled) {
        List<UUID> shared = settled.stream()
                .filter(one -> one.status() == DeliveryStatus.SUCCEEDED
                        && one.delivery().standing() == Standing.SHARED)
                .map(one -> one.delivery().id())
                .toList();
        if (!shared.isEmpty()) {
            fallbacks.hurry(shared, clock.instant());
        }
    }
}
