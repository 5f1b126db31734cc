// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredEventTest {

    private static final String CASE_OPENED = "id.siaga.case.opened.v1";

    @Test
    void theDataStaysAsItsProducerWroteIt() {
        // Given
        IncomingEvent event = event(CASE_OPENED, "{\"caseId\": \"c\", \"score\": 1.10, \"note\": \"\\u00e9\"}");

        // When
        StructuredEvent structured = StructuredEvent.of(event);

        // Then
        assertEquals(
                "{\"specversion\":\"1.0\",\"id\":\"019aa9a3-0c2b-7e12-a2c4-9e1f7d3b5a66\",\"source\":\"/triage-service\","
                        + "\"type\":\"id.siaga.case.opened.v1\",\"subject\":\"c\",\"time\":\"2024-11-27T01:31:05Z\","
                        + "\"datacontenttype\":\"application/json\",\"sequence\":\"7\",\"correlationid\":\"k\","
                        + "\"data\":{\"caseId\": \"c\", \"score\": 1.10, \"note\": \"\\u00e9\"}}",
                new String(structured.body(), UTF_8));
    }

    @Test
    void theBytesAreTheSameEveryTime() {
        // Given
        IncomingEvent event = event(CASE_OPENED, "{\"a\":1}");

        // When, Then
        assertArrayEquals(
                StructuredEvent.of(event).body(), StructuredEvent.of(event).body());
    }

    @Test
    void anOrderIsFailingWhenFourFifthsOfItsTimeAreGone() {
        // Given
        IncomingEvent event = event("id.siaga.order.issued.v1", "{\"order\":{\"serveBy\":\"2024-11-27T01:36:05Z\"}}");

        // When
        StructuredEvent structured = StructuredEvent.of(event);

        // Then
        assertEquals(Instant.parse("2024-11-27T01:36:05Z"), structured.serveBy());
        assertEquals(Instant.parse("2024-11-27T01:35:05Z"), structured.failingAt());
    }

    @Test
    void aCanaryIsServedByItsTimeAsAnOrderIs() {
        // Given
        IncomingEvent event = event("id.siaga.canary.forwarded.v1", "{\"serveBy\":\"2024-11-27T01:36:05Z\"}");

        // When
        StructuredEvent structured = StructuredEvent.of(event);

        // Then
        assertEquals(Instant.parse("2024-11-27T01:36:05Z"), structured.serveBy());
        assertEquals(Priority.ORDER, Priority.of(event.type()));
        assertThrows(UnreadableEvent.class, () -> StructuredEvent.of(event("id.siaga.canary.forwarded.v1", "{}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "\"text\"", "{", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}"})
    void dataThatIsNotOneObjectCanNeverBeTaken(String data) {
        // Given, When, Then
        assertThrows(UnreadableEvent.class, () -> StructuredEvent.of(event(CASE_OPENED, data)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"order\":{}}", "{\"order\":{\"serveBy\":null}}", "{\"order\":{\"serveBy\":\"soon\"}}"})
    void anOrderWithoutATimeToServeItCanNeverBeTaken(String data) {
        // Given, When, Then
        assertThrows(UnreadableEvent.class, () -> StructuredEvent.of(event("id.siaga.order.issued.v1", data)));
    }

    private static IncomingEvent event(String type, String data) {
        return new IncomingEvent(
                UUID.fromString("019aa9a3-0c2b-7e12-a2c4-9e1f7d3b5a66"),
                "/triage-service",
                type,
                "c",
                7,
                Set.of("google"),
                Instant.parse("2024-11-27T01:31:05Z"),
                "k",
                data.getBytes(UTF_8));
    }
}
