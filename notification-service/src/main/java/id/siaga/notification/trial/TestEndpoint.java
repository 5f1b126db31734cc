// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.Uuid7;
import id.siaga.notification.delivery.QueueEvent;
import id.siaga.notification.endpoint.EndpointView;
import id.siaga.notification.endpoint.FindEndpoints;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** Sends an endpoint an event that means nothing, by the way that all events go. */
@ApplicationScoped
class TestEndpoint {

    private static final String TYPE = "id.siaga.endpoint.tested.v1";

    private final FindEndpoints endpoints;
    private final QueueEvent queue;
    private final ObjectMapper json;
    private final Clock clock;

    TestEndpoint(FindEndpoints endpoints, QueueEvent queue, ObjectMapper json, Clock clock) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.json = json;
        this.clock = clock;
    }

    /** Each test is a subject of its own: none waits for another, nor for anything else. */
    @Transactional
    TestView test(Caller caller, UUID endpointId) {
        EndpointView endpoint = endpoints.active(caller, endpointId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Uuid7.at(now);
        IncomingEvent event = new IncomingEvent(
                id,
                "/notification-service",
                TYPE,
                id.toString(),
                1,
                Set.of(),
                now,
                endpointId.toString(),
                data(endpointId, now));
        return new TestView(id, queue.queue(event, endpointId, endpoint.party()), endpointId, TYPE, now);
    }

    private byte[] data(UUID endpointId, Instant now) {
        return json.createObjectNode()
                .put("endpointId", endpointId.toString())
                .put("requestedAt", now.toString())
                .toString()
                .getBytes(UTF_8);
    }
}
