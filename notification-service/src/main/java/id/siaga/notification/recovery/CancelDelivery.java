// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.delivery.CancelWaiting;
import id.siaga.notification.endpoint.FindEndpoints;
import id.siaga.notification.history.DeliveryView;
import id.siaga.notification.history.ReadHistory;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Calls one delivery off. Whom an order is addressed to cannot: it would decide what it must answer for. An operator can, and
 * the order goes another way.
 */
@ApplicationScoped
class CancelDelivery {

    private static final String OPERATOR = "operator";

    private final FindEndpoints endpoints;
    private final CancelWaiting waiting;
    private final ReadHistory history;

    CancelDelivery(FindEndpoints endpoints, CancelWaiting waiting, ReadHistory history) {
        this.endpoints = endpoints;
        this.waiting = waiting;
        this.history = history;
    }

    @Transactional
    DeliveryView cancel(Caller caller, UUID endpointId, UUID id) {
        // Before its lanes: what is called off may go to another endpoint.
        endpoints.hold(caller, endpointId);
        boolean operator = caller.has(OPERATOR);
        waiting.cancel(
                endpointId,
                id,
                operator,
                operator ? "an operator cancelled the delivery" : "its receiver cancelled the delivery");
        return history.delivery(caller, endpointId, id);
    }
}
