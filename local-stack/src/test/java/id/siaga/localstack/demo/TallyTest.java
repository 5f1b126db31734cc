// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final JsonNode REPORT = json("""
            {"id":"rep-1","status":"CLOSED","receivedAt":"2026-01-02T03:04:06Z","items":[{"id":"i-1","status":"CLOSED"}]}""");
    private static final JsonNode CASE = json("""
            {"id":"case-1","status":"CLOSED","category":"fraud","urgent":false,
             "reports":[{"reportId":"rep-1","itemId":"i-1","linkedAt":"2026-01-02T03:04:06.200Z"}],
             "decisions":[{"kind":"ORDER","status":"APPROVED","approvedAt":"2026-01-02T03:04:07Z","orders":["ord-1"]}]}""");
    private static final JsonNode ORDER = json("""
            {"id":"ord-1","caseId":"case-1","platform":"youtube","party":"google","instrument":"ORDER","status":"CLOSED",
             "locators":[{"id":"l-1","result":{"result":"REMOVED"}}],
             "answeredAt":"2026-01-02T03:04:08Z","closedAt":"2026-01-02T03:04:09Z"}""");

    @Test
    void aRunInWhichAllArrivedOnceIsClean() {
        // When
        Tally tally = Tally.of(facts(REPORT, ORDER, ledger()));

        // Then
        assertTrue(tally.clean());
        assertEquals(1, tally.accepted());
        assertEquals(1, tally.refused());
        assertEquals(Map.of("400 Invalid", 1), tally.refusals());
        assertEquals(1, tally.linked());
        assertEquals(5, tally.delivered());
    }

    @Test
    void anyLineMissingFromTheLedgerIsALoss() {
        for (int missing = 0; missing < ledger().size(); missing++) {
            // Given
            List<LedgerLine> ledger = ledger();
            LedgerLine lost = ledger.remove(missing);

            // When
            Tally tally = Tally.of(facts(REPORT, ORDER, ledger));

            // Then: the first status change may be one that the reporter's endpoint was never owed
            if (!"1".equals(lost.sequence()) || !lost.subject().equals("rep-1")) {
                assertEquals(1, tally.lost().size(), lost::toString);
                assertFalse(tally.clean());
            }
        }
    }

    @Test
    void aLineThatWasOnlyTurnedAwayIsALossUntilItComesAgain() {
        // Given
        List<LedgerLine> ledger = ledger();
        LedgerLine issued = ledger.removeFirst();
        ledger.addFirst(line(issued.webhookId(), "order.issued", "ord-1", "1", "google", Outcome.TURNED_AWAY, null));

        // When
        Tally before = Tally.of(facts(REPORT, ORDER, ledger));
        ledger.add(issued);
        Tally after = Tally.of(facts(REPORT, ORDER, ledger));

        // Then
        assertEquals(1, before.lost().size());
        assertEquals(List.of(), after.lost());
        assertEquals(List.of(), after.duplicated());
    }

    @Test
    void theSameEventUnderAnotherIdIsADuplicateAndUnderTheSameIdIsNot() {
        // Given
        List<LedgerLine> ledger = ledger();
        ledger.add(line("w-1", "order.issued", "ord-1", "1", "google", Outcome.REPEATED, null));
        Tally repeated = Tally.of(facts(REPORT, ORDER, ledger));

        // When
        ledger.add(line("w-other", "order.issued", "ord-1", "1", "google", Outcome.TAKEN, null));
        Tally duplicated = Tally.of(facts(REPORT, ORDER, ledger));

        // Then
        assertEquals(List.of(), repeated.duplicated());
        assertEquals(1, duplicated.duplicated().size());
        assertFalse(duplicated.clean());
    }

    @Test
    void aReportThatWasAcceptedAndNeverLinkedIsLost() {
        // Given
        JsonNode stuck = json("""
                {"id":"rep-1","status":"RECEIVED","items":[{"id":"i-1","status":"RECEIVED"}]}""");

        // When
        Tally tally = Tally.of(facts(stuck, ORDER, ledger()));

        // Then
        assertTrue(tally.lost().getFirst().contains("never linked"));
        assertEquals(0, tally.linked());
    }

    @Test
    void anOpenOrderAndItsReportAreUnanswered() {
        // Given
        JsonNode open = json("""
                {"id":"ord-1","caseId":"case-1","platform":"youtube","party":"google","status":"DELIVERED","locators":[]}""");
        JsonNode waiting = json("""
                {"id":"rep-1","status":"ORDERED","items":[{"id":"i-1","status":"ORDERED"}]}""");

        // When
        Tally tally = Tally.of(facts(waiting, open, ledger()));

        // Then
        assertEquals(
                List.of("order ord-1 to youtube is still DELIVERED", "report R1 is still ORDERED"), tally.unanswered());
    }

    @Test
    void anInvalidReportThatIsAcceptedIsASurprise() {
        // Given
        Facts facts = new Facts(
                START,
                List.of(new Submission("R1", "bawaslu", "invalid", null, true, "rep-1", null)),
                Map.of("rep-1", REPORT),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());

        // When
        Tally tally = Tally.of(facts);

        // Then
        assertEquals(List.of("R1 was accepted"), tally.surprises());
        assertFalse(tally.clean());
    }

    @Test
    void contentThatIsNotInOneCaseIsASurprise() {
        // Given
        Facts clean = facts(REPORT, ORDER, ledger());

        // When
        Facts scattered = new Facts(
                START,
                clean.submissions(),
                clean.reports(),
                Map.of("a", CASE, "b", CASE),
                clean.orders(),
                Map.of(),
                ledger());

        // Then
        assertEquals(
                List.of("the video is in 2 cases instead of one"),
                Tally.of(scattered).surprises());
    }

    @Test
    void timesAreTakenFromTheApisAndTheLedger() {
        // When
        OrderTimes times = OrderTimes.of(ORDER, CASE, facts(REPORT, ORDER, ledger()));

        // Then
        assertEquals(Duration.ofMillis(200), times.reportToCase());
        assertEquals(Duration.ofMillis(500), times.approvalToReceived());
        assertEquals(Duration.ofMillis(500), times.receivedToAnswered());
        assertEquals("REMOVED", times.results());
        assertTrue(times.byWebhook());
    }

    @Test
    void theSummaryHasTheCountsAndTimesAsJson() {
        // Given
        Facts facts = facts(REPORT, ORDER, ledger());
        Tally tally = Tally.of(facts);

        // When
        JsonNode json = new SummaryFile(
                        facts, List.of(OrderTimes.of(ORDER, CASE, facts)), tally, Duration.ofSeconds(12))
                .json(null, null);

        // Then
        assertTrue(json.path("clean").asBoolean());
        assertEquals(12_000, json.path("firstWebhookAfterMs").asLong());
        assertEquals(0, json.path("counts").path("lost").asInt());
        assertEquals(
                500, json.path("orders").path(0).path("approvalToReceivedMs").asLong());
        assertTrue(json.path("feed").isNull());
    }

    private static Facts facts(JsonNode report, JsonNode order, List<LedgerLine> ledger) {
        return new Facts(
                START,
                List.of(
                        new Submission("R1", "mafindo", "a video", "the video", false, "rep-1", null),
                        new Submission("R2", "bawaslu", "invalid", null, true, null, "400 Invalid")),
                Map.of("rep-1", report),
                Map.of("case-1", CASE),
                Map.of("ord-1", order),
                Map.of(),
                ledger);
    }

    private static List<LedgerLine> ledger() {
        List<LedgerLine> lines = new ArrayList<>();
        lines.add(line("w-1", "order.issued", "ord-1", "1", "google", Outcome.TAKEN, null));
        lines.add(line("w-2", "order.answered", "ord-1", "3", "google", Outcome.TAKEN, null));
        lines.add(line("w-3", "order.closed", "ord-1", "4", "google", Outcome.TAKEN, null));
        lines.add(line("w-4", "report.status-changed", "rep-1", "1", "mafindo", Outcome.TAKEN, "LINKED"));
        lines.add(line("w-5", "report.status-changed", "rep-1", "2", "mafindo", Outcome.TAKEN, "CLOSED"));
        return lines;
    }

    private static LedgerLine line(
            String id,
            String event,
            String subject,
            String sequence,
            String party,
            Outcome outcome,
            @Nullable String status) {
        return new LedgerLine(
                START.plusMillis(2500),
                id,
                "id.siaga." + event + ".v1",
                subject,
                sequence,
                party,
                true,
                outcome,
                1,
                status);
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
