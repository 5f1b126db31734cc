// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.notification.delivery.QueueAgain;
import id.siaga.notification.delivery.Undelivered;
import id.siaga.notification.endpoint.EventTypePattern;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Queues what was abandoned or cancelled for an endpoint. Subject by subject, and each in order: whatever is queued in another
 * transaction than what follows it could otherwise be overtaken by it.
 */
@ApplicationScoped
class RecoverFailed {

    private final QueueAgain queue;
    private final RecoveryConfig config;

    RecoverFailed(QueueAgain queue, RecoveryConfig config) {
        this.queue = queue;
        this.config = config;
    }

    List<String> begin() {
        return written(Undelivered.Place.BEGIN);
    }

    Step step(Recovery recovery) {
        List<Undelivered> found = queue.undelivered(recovery.endpointId(), read(recovery.place()), config.batch());
        List<EventTypePattern> types =
                recovery.types().stream().map(EventTypePattern::new).toList();
        List<Undelivered> wanted = found.stream()
                .filter(one -> recovery.covers(one.endedAt()))
                .filter(one -> types.isEmpty() || types.stream().anyMatch(type -> type.matches(one.eventType())))
                .toList();
        queue.recover(wanted);
        return found.size() < config.batch()
                ? new Step(found.size(), wanted.size(), recovery.place(), true)
                : new Step(found.size(), wanted.size(), written(found.getLast().place()), false);
    }

    private static List<String> written(Undelivered.Place place) {
        return List.of(
                place.subject(), Long.toString(place.sequence()), place.id().toString());
    }

    private static Undelivered.Place read(List<String> place) {
        return new Undelivered.Place(place.get(0), Long.parseLong(place.get(1)), UUID.fromString(place.get(2)));
    }
}
