// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.delivery.DeliveryOutcome.Failed;
import id.siaga.notification.endpoint.EndEndpoint;
import id.siaga.notification.endpoint.EndpointDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private final SettleAttempts settling;
    private final EndEndpoint endEndpoint;
    private final EndpointDirectory endpoints;

    RecordOutcome(LeasedLanes lanes, SettleAttempts settling, EndEndpoint endEndpoint, EndpointDirectory endpoints) {
        this.endpoints = endpoints;
        this.lanes = lanes;
        this.settling = settling;
        this.endEndpoint = endEndpoint;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void record(ClaimedDelivery delivery, DeliveryOutcome outcome) {
        if (outcome instanceof Failed failed && failed.gone()) {
            // Before the lane is locked: whoever ends an endpoint locks it first and its lanes second.
            endEndpoint.gone(delivery.endpointId());
        }
        if (!lock(delivery)) {
            LOG.warn("A lease ended before its attempt was recorded; the attempt will be repeated");
            return;
        }
        settling.settle(List.of(new Attempted(delivery, outcome)));
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
        settling.settle(wanted.stream()
                .filter(attempt -> locked.contains(attempt.delivery().lease()))
                .toList());
        return locked;
    }

    /** Ends a claimed delivery without calling its endpoint, which has ended, or need not be told any more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void cancel(ClaimedDelivery delivery) {
        if (lock(delivery)) {
            settling.cancel(delivery);
        }
    }

    /** An order may go to another endpoint, whose lanes are locked after those of its own. */
    private boolean lock(ClaimedDelivery delivery) {
        if (delivery.priority() == Priority.ORDER) {
            endpoints.holdAgainstFanOut(delivery.endpointId());
        }
        return lanes.lock(delivery);
    }
}
