// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.delivery.Deliveries.Outlived;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Ends what waits of events that go: nothing is tried of which there is nothing to send. */
@ApplicationScoped
public class EndOutlived {

    private static final String WHY = "the event is no longer kept";
    private static final int AT_ONCE = 500;

    private final Deliveries deliveries;
    private final CancelWaiting waiting;

    EndOutlived(Deliveries deliveries, CancelWaiting waiting) {
        this.deliveries = deliveries;
        this.waiting = waiting;
    }

    /**
     * Ends it, each in a transaction of its own; what is being tried is left for the next time.
     *
     * @param before when the events were taken
     * @return how many that were
     */
    public int end(Instant before) {
        int all = 0;
        int some;
        do {
            some = 0;
            for (Outlived one : find(before)) {
                some += waiting.outlived(one.endpointId(), one.id(), WHY) ? 1 : 0;
            }
            all += some;
        } while (some > 0);
        return all;
    }

    private List<Outlived> find(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.outlived(before, AT_ONCE));
    }
}
