// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.messaging.Uuid7;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What notification-service tells of its deliveries. */
public final class DeliveryFixture {

    private DeliveryFixture() {}

    /** The endpoint of a party has answered 2xx to an event of this type about an order. */
    static void delivered(String order, String party, String type) {
        deliveredAfter(order, order, party, type);
    }

    /** The same, which is taken after all that was told of another order before. */
    static void deliveredAfter(String other, String order, String party, String type) {
        deliveredAfter(other, order, party, type, Clock.systemUTC().instant());
    }

    /** The same, at that time. */
    public static void deliveredAfter(String other, String order, String party, String type, Instant at) {
        UUID event = Uuid7.next(Clock.systemUTC());
        tell(other, "succeeded", event, order, party, type, data -> data.put("receivedAt", at.toString()));
    }

    /** Most of the time to serve an order is gone, and the endpoint of this party has not taken it. */
    static void failing(UUID event, String order, String party) {
        tell(order, "failing", event, order, party, "order.issued", data -> data);
    }

    /** Nothing is tried any more with an event of this type about an order. */
    public static void abandoned(UUID event, String order, String party, String type) {
        tell(order, "abandoned", event, order, party, type, data -> data);
    }

    /** The same, where another endpoint of the party is told instead. */
    static void failedOver(String order, String party, String type) {
        UUID event = Uuid7.next(Clock.systemUTC());
        String fallback = Uuid7.next(Clock.systemUTC()).toString();
        tell(order, "abandoned", event, order, party, type, data -> data.put("fallbackEndpointId", fallback));
    }

    /** A party has pulled an event of this type about an order, and committed it. */
    static void committed(String order, String party, String type, Instant at) {
        committedAfter(order, order, party, type, at);
    }

    /** The same, which is taken after all that was told of another before. */
    public static void committedAfter(String other, String order, String party, String type, Instant at) {
        UUID event = Uuid7.next(Clock.systemUTC());
        tell(other, "events", "committed", event, order, party, type, data -> data.put("committedAt", at.toString()));
    }

    private static void tell(
            String key,
            String verb,
            UUID event,
            String order,
            String party,
            String type,
            UnaryOperator<ObjectNode> more) {
        tell(key, "delivery", verb, event, order, party, type, more);
    }

    private static void tell(
            String key,
            String noun,
            String verb,
            UUID event,
            String order,
            String party,
            String type,
            UnaryOperator<ObjectNode> more) {
        try {
            String example = Contracts.of("notification-service").example(noun + "-" + verb + ".v1");
            ObjectNode data = (ObjectNode) new ObjectMapper().readTree(example);
            data.put("subject", order)
                    .put("eventType", "id.siaga." + type + ".v1")
                    .put("party", party);
            new KafkaTopic("notification.delivery.v1")
                    .send(
                            key,
                            headers(noun + "." + verb, event, order),
                            more.apply(data).toString().getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(String type, UUID event, String order) {
        Map<String, String> headers = new HashMap<>();
        Stream.of(
                        "content-type=application/json",
                        "ce_specversion=1.0",
                        "ce_id=" + event,
                        "ce_source=/notification-service",
                        "ce_type=id.siaga." + type + ".v1",
                        "ce_time=2026-01-05T10:00:00Z",
                        "ce_subject=" + order,
                        "ce_sequence=1",
                        "ce_correlationid=" + order,
                        "ce_audience=")
                .map(header -> header.split("=", 2))
                .forEach(header -> headers.put(header[0], header[1]));
        return headers;
    }
}
