// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.ClockSubject;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.event.News;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Forwards what intake has issued among the orders, to the one party that is to receive it, with the time for service that an
 * urgent order has. Two persons decide about orders; of this nobody decides, so it is none, and has no case, clock or record.
 */
@ApplicationScoped
public class ForwardCanaries {

    private static final Duration KEPT = Duration.ofDays(1);

    /** No category, so that no policy of one is taken. */
    private static final String NO_CATEGORY = "canary";

    private final CanaryParty party;
    private final Canaries canaries;
    private final Clocks clocks;
    private final Announcements announcements;
    private final Clock clock;

    ForwardCanaries(CanaryParty party, Canaries canaries, Clocks clocks, Announcements announcements, Clock clock) {
        this.party = party;
        this.canaries = canaries;
        this.clocks = clocks;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** In the transaction that marks the events as taken. */
    public void forward(List<CanaryIssued> issued) {
        if (!issued.isEmpty()) {
            party.name().ifPresent(name -> forward(issued, name));
        }
    }

    private void forward(List<CanaryIssued> issued, String to) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        canaries.forget(now.minus(KEPT));
        announcements.announce(issued.stream()
                .filter(one -> canaries.add(one, now))
                .map(one -> news(one, to, now))
                .toList());
    }

    private News news(CanaryIssued issued, String to, Instant now) {
        UUID id = issued.canaryId();
        Instant serveBy = clocks.due(
                        ClockKind.SERVICE, new ClockSubject(id, id, null, NO_CATEGORY, null, null, true), now)
                .orElseThrow(() -> new IllegalStateException("No policy sets the time for service"));
        return new News(
                News.Topic.CANARY,
                CanaryForwarded.TYPE,
                id,
                1,
                Set.of(to),
                id,
                now,
                new CanaryForwarded(id, issued.issuedAt(), now, serveBy));
    }
}
