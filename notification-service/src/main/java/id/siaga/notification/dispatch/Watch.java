// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.breaker.Breakers;
import id.siaga.notification.delivery.AbandonOverdue;
import id.siaga.notification.delivery.Backlog;
import id.siaga.notification.delivery.GiveUpEndpoints;
import id.siaga.notification.delivery.WarnOfFailing;
import id.siaga.notification.loop.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Looks every second for orders that are failing, and every ten for endpoints that are, and for what waits for them. */
@ApplicationScoped
class Watch {

    private final GiveUpEndpoints giveUp;
    private final Backlog backlog;
    private final Breakers breakers;
    private final DeliveryMetrics metrics;
    private final Rounds orders;
    private final Rounds endpoints;
    private final Rounds overdue;

    Watch(
            WarnOfFailing failing,
            GiveUpEndpoints giveUp,
            AbandonOverdue overdue,
            Backlog backlog,
            Breakers breakers,
            DeliveryMetrics metrics) {
        this.giveUp = giveUp;
        this.backlog = backlog;
        this.breakers = breakers;
        this.metrics = metrics;
        this.orders = new Rounds("failing orders", Duration.ofSeconds(1), failing::warn);
        this.endpoints = Rounds.of("failing endpoints", Duration.ofSeconds(10), this::endpoints);
        this.overdue = new Rounds("overdue information", Duration.ofSeconds(10), overdue::abandon);
    }

    void start(@Observes StartupEvent event) {
        orders.start();
        endpoints.start();
        overdue.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        orders.stop();
        endpoints.stop();
        overdue.stop();
    }

    private void endpoints() {
        metrics.sampled(backlog.size(), breakers.count());
        giveUp.warn();
        giveUp.disable();
    }
}
