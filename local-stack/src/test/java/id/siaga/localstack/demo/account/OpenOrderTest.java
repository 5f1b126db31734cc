// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import static id.siaga.localstack.demo.account.RunFixture.START;
import static id.siaga.localstack.demo.account.RunFixture.json;
import static id.siaga.localstack.demo.account.RunFixture.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenOrderTest {

    @Test
    void anOrderThatASilentPlatformHasReceivedIsOpenByCharacterWithItsClocks() {
        // When
        Tally tally = Tally.of(facts("snackvideo", "DELIVERED", "\"2026-01-02T03:04:08Z\""));

        // Then
        assertTrue(tally.clean(), tally::toString);
        assertEquals(1, tally.openByCharacter().size());
        assertEquals(
                Map.of("act-target", Instant.parse("2026-01-02T04:04:08Z")),
                tally.openByCharacter().getFirst().due());
    }

    @Test
    void silenceDoesNotExplainAnOrderThatWasNeverProvenToBeReceived() {
        // When
        Tally tally = Tally.of(facts("snackvideo", "DELIVERED", "null"));

        // Then
        assertEquals(
                List.of("order ord-1 to snackvideo is still DELIVERED", "report R1 is still ORDERED"),
                tally.unanswered());
    }

    @Test
    void aPlatformOfAnotherCharacterOwesItsAnswer() {
        // When
        Tally tally = Tally.of(facts("tiktok", "DELIVERED", "\"2026-01-02T03:04:08Z\""));

        // Then
        assertFalse(tally.clean());
        assertEquals(2, tally.unanswered().size());
        assertEquals(List.of(), tally.openByCharacter());
    }

    @Test
    void aSilentPlatformThatWasNeverToldIsALoss() {
        // Given
        Facts told = facts("snackvideo", "DELIVERED", "\"2026-01-02T03:04:08Z\"");

        // When
        Tally tally = Tally.of(told.with(told.ledger().subList(1, 2)));

        // Then
        assertEquals(List.of("order.issued of order ord-1 never reached snackvideo"), tally.lost());
    }

    private static Facts facts(String party, String status, String receivedAt) {
        return new Facts(
                START,
                START.plusSeconds(10),
                List.of(new Submission("R1", "mafindo", "a clip", null, 201, 201, "rep-1", null, Json.object())),
                Map.of("rep-1", json("""
                        {"id":"rep-1","status":"ORDERED","items":[{"id":"i-1","status":"ORDERED"}]}""")),
                Map.of(),
                Map.of("case-1", json("""
                        {"id":"case-1","status":"DECIDED","reports":[{"reportId":"rep-1","itemId":"i-1"}],"decisions":[],
                         "clocks":[{"kind":"service","orderId":"ord-1","state":"STOPPED","dueAt":"2026-01-02T03:09:07Z"},
                                   {"kind":"act-target","orderId":"ord-1","state":"RUNNING","dueAt":"2026-01-02T04:04:08Z"}]}""")),
                Map.of("ord-1", json("""
                        {"id":"ord-1","caseId":"case-1","platform":"%s","party":"%s","status":"%s","receivedAt":%s}\
                        """.formatted(party, party, status, receivedAt))),
                Map.of(),
                List.of(
                        line("w-1", "order.issued", "ord-1", "1", party, Outcome.TAKEN, null),
                        line("w-2", "report.status-changed", "rep-1", "1", "mafindo", Outcome.TAKEN, "ORDERED")));
    }
}
