// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.delivery.QueueAgain;
import id.siaga.notification.endpoint.FindEndpoints;
import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.notification.history.DeliveryView;
import id.siaga.notification.history.ReadHistory;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Sends one delivery again, for whoever has mended a receiver or lost what it got. */
@ApplicationScoped
class ResendDelivery {

    private final FindEndpoints endpoints;
    private final QueueAgain queue;
    private final ReadHistory history;
    private final RecoveryMetrics metrics;

    ResendDelivery(FindEndpoints endpoints, QueueAgain queue, ReadHistory history, RecoveryMetrics metrics) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.history = history;
        this.metrics = metrics;
    }

    @Transactional
    DeliveryView resend(Caller caller, UUID endpointId, UUID id) {
        endpoints.active(caller, endpointId);
        if (!queue.resend(endpointId, id)) {
            throw new NotificationRefusal.EndpointNotFound();
        }
        metrics.resent();
        return history.delivery(caller, endpointId, id);
    }
}
