// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import id.siaga.notification.delivery.DeliveryStatus;
import id.siaga.notification.endpoint.FindEndpoints;
import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.web.Caller;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of deliveries, for those who may see their endpoints. */
@ApplicationScoped
public class ReadHistory {

    private final FindEndpoints endpoints;
    private final DeliveryLog log;

    ReadHistory(FindEndpoints endpoints, DeliveryLog log) {
        this.endpoints = endpoints;
        this.log = log;
    }

    @Transactional
    AttemptPage attempts(Caller caller, UUID endpointId, int limit, @Nullable String cursor) {
        UUID id = endpoints.get(caller, endpointId).id();
        List<AttemptView> found = log.attempts(id, before(cursor), limit + 1);
        return new AttemptPage(page(found, limit), next(found, limit, AttemptView::id));
    }

    @Transactional
    DeliveryPage deliveries(
            Caller caller, UUID endpointId, @Nullable DeliveryStatus status, int limit, @Nullable String cursor) {
        UUID id = endpoints.get(caller, endpointId).id();
        List<DeliveryView> found = log.deliveries(id, status, before(cursor), limit + 1);
        return new DeliveryPage(page(found, limit), next(found, limit, DeliveryView::id));
    }

    /**
     * One delivery.
     *
     * @throws NotificationRefusal.EndpointNotFound when there is none that the caller may see
     */
    @Transactional
    public DeliveryView delivery(Caller caller, UUID endpointId, UUID id) {
        return log.delivery(endpoints.get(caller, endpointId).id(), id)
                .orElseThrow(NotificationRefusal.EndpointNotFound::new);
    }

    /** Of all endpoints, for those who may see every party's. */
    @Transactional
    DeliveryPage undelivered(UndeliveredStatus status, @Nullable String party, int limit, @Nullable String cursor) {
        List<DeliveryView> found = log.undelivered(status, party, before(cursor), limit + 1);
        return new DeliveryPage(page(found, limit), next(found, limit, DeliveryView::id));
    }

    private static <T> List<T> page(List<T> found, int limit) {
        return found.subList(0, Math.min(found.size(), limit));
    }

    private static <T> @Nullable String next(List<T> found, int limit, Function<T, UUID> id) {
        return found.size() > limit ? Cursor.of(id.apply(found.get(limit - 1)).toString()) : null;
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException noId) {
            throw Cursor.refused();
        }
    }
}
