// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A platform that nobody can call: it has no endpoint, and asks for what there is. */
@ExtendWith(RunningSuite.class)
class PullingPlatformIT {

    private static final String PLATFORM = "telegram";
    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void anOrderThatIsPulledAndCommittedIsReceived(Api api) {
        // Given
        ElectionDesk desk = new ElectionDesk(api);
        String report = desk.report(
                "kpu", "https://t.me/kabar_tps/" + (UUID.randomUUID().getLeastSignificantBits() >>> 40));
        String order = desk.order(report);
        JsonNode page = await().atMost(SOON)
                .until(() -> pageWith(desk, order), Optional::isPresent)
                .orElseThrow();
        assertTrue(seen(desk, order).path("receivedAt").isNull(), "what was shown is not received yet");

        // When
        desk.send(
                PLATFORM,
                Call.post(
                        Service.NOTIFICATION,
                        "/v1/events/commit",
                        Json.object().put("after", page.path("next").asText())));

        // Then
        JsonNode received = await().atMost(SOON)
                .until(() -> seen(desk, order), one -> one.path("receivedAt").isTextual());
        assertEquals("DELIVERED", received.path("status").asText());
        assertTrue(received.path("actBy").isTextual(), "the clock runs");
        assertEquals(Optional.empty(), pageWith(desk, order), "what is committed is not shown again");
    }

    /** What the desk sees. */
    private static JsonNode seen(ElectionDesk desk, String order) {
        return desk.send("ratna", Call.get(Service.TRIAGE, "/v1/orders/" + order));
    }

    /** The next page behind what is committed, if the order is on it. */
    private static Optional<JsonNode> pageWith(ElectionDesk desk, String order) {
        JsonNode page = desk.send(PLATFORM, Call.get(Service.NOTIFICATION, "/v1/events?limit=500"));
        for (JsonNode event : page.path("events")) {
            if (event.path("subject").asText().equals(order)
                    && event.path("type").asText().equals("id.siaga.order.issued.v1")) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }
}
