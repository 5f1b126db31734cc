// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import static id.siaga.localstack.demo.account.RunFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final JsonNode VIEW = json("""
            {"status":"DECIDED",
             "orders":[{"id":"o-1","platform":"facebook","status":"ACKNOWLEDGED"},
                       {"id":"o-2","platform":"x","status":"ISSUED"}],
             "clocks":[{"kind":"service","orderId":"o-1","state":"STOPPED","dueAt":"2026-01-02T03:05:05Z"},
                       {"kind":"act-legal","orderId":"o-1","state":"RUNNING","dueAt":"2026-01-02T07:04:05Z"},
                       {"kind":"act-target","orderId":"o-1","state":"WAITING","dueAt":"2026-01-02T03:04:06Z"},
                       {"kind":"service","orderId":"o-2","state":"RUNNING","dueAt":"2026-01-02T03:09:00Z"}]}""");

    @Test
    void statesAreCountedInTheOrderOfTheirLife() {
        // When
        List<String> facts = Standings.counted(List.of(
                json("{\"status\":\"CLOSED\"}"),
                json("{\"status\":\"CLARIFICATION_REQUESTED\"}"),
                json("{\"status\":\"CLOSED\"}"),
                json("{\"status\":\"ISSUED\"}")));

        // Then
        assertEquals(List.of("4", "1 issued", "1 clarification requested", "2 closed"), facts);
    }

    @Test
    void runningClocksAreNamedTheNextDueFirst() {
        // When
        List<String> facts = Standings.clocks(List.of(VIEW), NOW);

        // Then
        assertEquals(List.of("2 running", "service x 4:55", "act-legal facebook 4:00:00"), facts);
    }

    @Test
    void callsThatFailedOnPurposeAreOneCount() {
        // Given
        Map<Outcome, Integer> calls = new EnumMap<>(Outcome.class);
        calls.put(Outcome.TAKEN, 7);
        calls.put(Outcome.TAKEN_UNCONFIRMED, 2);
        calls.put(Outcome.TURNED_AWAY, 1);
        calls.put(Outcome.LEFT_HANGING, 1);
        calls.put(Outcome.REPEATED, 2);

        // When
        List<String> facts = Standings.webhooks(calls);

        // Then
        assertEquals(List.of("7 taken", "4 failed on purpose", "2 repeated"), facts);
    }
}
