// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Notes that a canary has reached its party: its endpoint has answered, or it has committed what it pulled. */
@ApplicationScoped
public class ReceiveCanary {

    private final Canaries canaries;
    private final Event<CanaryReceived> arrived;

    ReceiveCanary(Canaries canaries, Event<CanaryReceived> arrived) {
        this.canaries = canaries;
        this.arrived = arrived;
    }

    /** In the transaction that marks the receipt as taken; one that is told again, or of a day ago, changes nothing. */
    public void received(UUID id, Instant at) {
        canaries.received(id, at).ifPresent(issued -> arrived.fire(new CanaryReceived(Duration.between(issued, at))));
    }
}
