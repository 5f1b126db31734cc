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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What notification-service tells of its deliveries. */
final class DeliveryFixture {

    private DeliveryFixture() {}

    /** The endpoint of a party has answered 2xx to an event of this type about an order. */
    static void delivered(String order, String party, String type) {
        try {
            ObjectNode data = (ObjectNode) new ObjectMapper()
                    .readTree(Contracts.of("notification-service").example("delivery-succeeded.v1"));
            data.put("subject", order)
                    .put("eventType", "id.siaga." + type + ".v1")
                    .put("party", party)
                    .put("receivedAt", Clock.systemUTC().instant().toString());
            new KafkaTopic("notification.delivery.v1")
                    .send(order, headers(order), data.toString().getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> headers(String order) {
        Map<String, String> headers = new HashMap<>();
        Stream.of(
                        "content-type=application/json",
                        "ce_specversion=1.0",
                        "ce_id=" + Uuid7.next(Clock.systemUTC()),
                        "ce_source=/notification-service",
                        "ce_type=id.siaga.delivery.succeeded.v1",
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
