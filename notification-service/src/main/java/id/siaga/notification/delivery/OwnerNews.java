// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import id.siaga.notification.breaker.Breakers;
import id.siaga.notification.breaker.Health;
import id.siaga.notification.breaker.Trouble;
import id.siaga.notification.breaker.Troubles;
import id.siaga.notification.endpoint.EndpointDisabled;
import id.siaga.notification.endpoint.EndpointOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells an endpoint's owner how it fares: by the owner's other endpoints, by what it pulls, and to whoever follows deliveries
 * on Kafka. The endpoint that it is about is told nothing by then, or fails.
 */
@ApplicationScoped
class OwnerNews {

    private static final String TOPIC = "notification.delivery.v1";

    private final FanOut fanOut;
    private final Outbox outbox;
    private final SubjectSequences sequences;
    private final Breakers breakers;
    private final Troubles troubles;
    private final ObjectMapper json;
    private final Clock clock;

    OwnerNews(
            FanOut fanOut,
            Outbox outbox,
            SubjectSequences sequences,
            Breakers breakers,
            Troubles troubles,
            ObjectMapper json,
            Clock clock) {
        this.fanOut = fanOut;
        this.outbox = outbox;
        this.sequences = sequences;
        this.breakers = breakers;
        this.troubles = troubles;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction that disables it. */
    void disabled(@Observes EndpointDisabled endpoint) {
        Health health = breakers.health(endpoint.endpointId());
        ObjectNode data = data(endpoint.endpointId(), endpoint.owner(), health.consecutiveFailures())
                .put("reason", endpoint.reason().name());
        if (health.since() != null) {
            data.put("failingSince", health.since().toString());
        }
        tell(
                "id.siaga.endpoint.disabled.v1",
                endpoint.endpointId(),
                endpoint.owner().party(),
                data);
    }

    /** In the transaction that takes note of it. */
    void failing(Trouble trouble, EndpointOwner owner) {
        ObjectNode data = data(trouble.endpointId(), owner, trouble.failures())
                .put("failingSince", trouble.since().toString())
                .put("disablesAt", troubles.disablesAt(trouble).toString());
        tell("id.siaga.endpoint.failing.v1", trouble.endpointId(), owner.party(), data);
    }

    private ObjectNode data(UUID endpointId, EndpointOwner owner, int failures) {
        ObjectNode data =
                json.createObjectNode().put("endpointId", endpointId.toString()).put("consecutiveFailures", failures);
        if (owner.contact() != null) {
            data.put("contact", owner.contact());
        }
        return data;
    }

    private void tell(String type, UUID endpointId, String party, ObjectNode data) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Uuid7.at(now);
        String subject = endpointId.toString();
        byte[] bytes = data.put("at", now.toString()).toString().getBytes(UTF_8);
        long sequence = sequences.take(Map.of(subject, 1)).getOrDefault(subject, 1L);
        Set<String> audience = Set.of(party);
        outbox.append(
                List.of(new OutgoingEvent(TOPIC, subject, id, type, subject, sequence, audience, subject, now, bytes)));
        fanOut.queueOwn(
                new IncomingEvent(id, "/notification-service", type, subject, sequence, audience, now, subject, bytes));
    }
}
