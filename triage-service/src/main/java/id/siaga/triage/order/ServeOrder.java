// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.platform.Platform;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.platform.ReceiptRule;
import id.siaga.triage.record.Actor;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An order reaches its platform: by its endpoint, or by another channel that a person recorded. */
@ApplicationScoped
public class ServeOrder {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final OrderDesk desk;
    private final Platforms platforms;
    private final Clock clock;

    ServeOrder(OrderDesk desk, Platforms platforms, Clock clock) {
        this.desk = desk;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** Service by another channel proves receipt at the time that it was served. */
    @Transactional
    public void served(UUID id, String route, String proof, Instant servedAt, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (servedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new InvalidRequest("/servedAt", "is in the future");
        }
        desk.change(null, id, by, now, order -> {
            desk.receipt(order, servedAt.truncatedTo(ChronoUnit.MICROS));
            order.deliver("Served by " + route + "; proof: " + proof, by, now);
        });
    }

    /** A 2xx of the platform's endpoint; that proves receipt only where its owner has accepted it. */
    @Transactional
    public void delivered(String party, UUID id, Instant receivedAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(party, id, Actor.SIAGA, now, order -> {
            Platform platform = platforms.byCode().get(order.asked().platform());
            if (platform != null && platform.receiptRule() == ReceiptRule.ENDPOINT_2XX) {
                desk.receipt(order, receivedAt.truncatedTo(ChronoUnit.MICROS));
            }
            order.deliver("The endpoint accepted it.", Actor.SIAGA, now);
        });
    }
}
