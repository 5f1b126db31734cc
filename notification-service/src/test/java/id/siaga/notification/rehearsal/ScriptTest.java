// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.IncomingEvent;
import id.siaga.notification.delivery.StructuredEvent;
import id.siaga.web.Contracts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2024-11-27T01:31:05.312Z");

    private final Script script = new Script(JSON);

    @ParameterizedTest
    @EnumSource
    void anEventIsWhatItsContractSaysAndCarriesTheMark(StepKind kind) throws IOException {
        // Given
        Step step = step(kind);
        // When
        JsonNode event = JSON.readTree(script.body(step));
        // Then
        assertEquals(step.rehearsalId().toString(), event.path("rehearsal").asText());
        assertEquals("/notification-service/rehearsals", event.path("source").asText());
        assertEquals(step.eventId().toString(), event.path("id").asText());
        assertEquals(step.orderId().toString(), event.path("subject").asText());
        switch (event.path("type").asText()) {
            case Script.ISSUED ->
                Contracts.of("triage-service")
                        .assertValid("order-issued.v1", event.path("data").toString());
            case Script.WITHDRAWN ->
                Contracts.of("triage-service")
                        .assertValid("order-withdrawn.v1", event.path("data").toString());
            default -> assertEquals(StepKind.UNKNOWN_TYPE, kind);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRepeatedStepHasTheSameBytes(StepKind kind) {
        // Given
        Step step = step(kind);
        // When, Then
        assertArrayEquals(script.body(step), script.body(step));
    }

    @ParameterizedTest
    @EnumSource
    void whoOverlooksTheMarkIsAskedForNothing(StepKind kind) throws IOException {
        // Given, When
        JsonNode data = JSON.readTree(script.body(step(kind))).path("data");
        // Then
        for (JsonNode locator : data.at("/order/locators")) {
            assertEquals(
                    "https://content.invalid/rehearsal", locator.path("url").asText());
        }
        assertFalse(data.at("/order/urgent").asBoolean());
        assertNotEquals("ORDER", data.at("/order/instrument").asText());
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER", "WITHDRAWAL"})
    void anEventHasTheMembersOfARealOneAndTheMark(StepKind kind) throws IOException {
        // Given
        Step step = step(kind);
        JsonNode played = JSON.readTree(script.body(step));
        byte[] real = StructuredEvent.of(new IncomingEvent(
                        step.eventId(),
                        "/triage-service",
                        Script.type(kind),
                        step.orderId().toString(),
                        1,
                        Set.of(),
                        NOW,
                        step.rehearsalId().toString(),
                        JSON.writeValueAsBytes(played.path("data"))))
                .body();
        List<String> members = names(JSON.readTree(real));
        members.add(members.indexOf("data"), "rehearsal");
        // When, Then
        assertEquals(members, names(played));
    }

    private static List<String> names(JsonNode event) {
        List<String> names = new ArrayList<>();
        event.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Step step(StepKind kind) {
        return new Step(
                UUID.randomUUID(), UUID.randomUUID(), "google", 1, kind, UUID.randomUUID(), UUID.randomUUID(), NOW);
    }
}
