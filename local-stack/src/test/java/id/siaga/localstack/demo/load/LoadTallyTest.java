// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.demo.load.Sent.Fate;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import id.siaga.localstack.platform.conduct.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTallyTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final List<Sent> sent = new ArrayList<>();
    private final List<JsonNode> cases = new ArrayList<>();
    private final List<LedgerLine> ledger = new ArrayList<>();
    private Cast cast = Cast.ALL_PROMPT;
    private final ObjectNode order = Json.object()
            .put("id", "order-1")
            .put("caseId", "case-1")
            .put("platform", "tiktok")
            .put("party", "tiktok")
            .put("status", "ANSWERED")
            .put("answeredAt", at(8));
    private final ObjectNode report = Json.object().put("id", "report-1");

    @BeforeEach
    void aCleanLoadOfOneReportAndOneOrder() {
        sent.add(sent("report-1", "item-1", Fate.ACCEPTED, null));
        cases.add(aCase("case-1", "item-1"));
        report.putArray("items").addObject().put("status", "ANSWERED");
        ledger.add(line("order.issued", "order-1", "w1", "1", "tiktok", null));
        ledger.add(line("order.answered", "order-1", "w2", "2", "tiktok", null));
        ledger.add(line("report.status-changed", "report-1", "w3", "1", "mafindo", "LINKED"));
        ledger.add(line("report.status-changed", "report-1", "w4", "2", "mafindo", "ANSWERED"));
    }

    @Test
    void nothingIsWrongWithACleanLoad() {
        // When
        LoadTally tally = tally();

        // Then
        assertTrue(tally.clean(), tally.toString());
        assertEquals(1, tally.linked());
        assertEquals(1, tally.answered());
        assertEquals(4, tally.delivered());
        assertEquals(Map.of("ORDER", 1), tally.decisions());
    }

    @Test
    void anOrderThatNeverArrivedIsLost() {
        // Given
        ledger.removeFirst();

        // Then
        assertEquals(List.of("order.issued of order order-1 never reached tiktok"), tally().lost());
    }

    @Test
    void aStatusChangeThatNeverArrivedIsLostAndMayStillCome() {
        // Given
        ledger.removeLast();

        // Then
        assertEquals(1, tally().lost().size());
        assertEquals(Set.of("report-1"), tally().missing());
    }

    @Test
    void anAcceptedItemInNoCaseIsLost() {
        // Given
        sent.add(sent("report-2", "item-2", Fate.ACCEPTED, null));

        // Then
        assertEquals(List.of("item 1 of report report-2 is in no case"), tally().lost());
    }

    @Test
    void theSameEventUnderAnotherWebhookIdIsDuplicated() {
        // Given
        ledger.add(line("order.issued", "order-1", "w9", "1", "tiktok", null));

        // Then
        assertEquals(1, tally().duplicated().size());
    }

    @Test
    void anOpenOrderAnUndecidedCaseAndACallWithoutAnswerAreUnanswered() {
        // Given
        order.put("status", "ACKNOWLEDGED").remove("answeredAt");
        cases.add(Json.object().put("id", "case-2"));
        sent.add(sent(null, "", Fate.NO_ANSWER, "503 HTTP 503"));

        // When
        LoadTally tally = tally();

        // Then
        assertEquals(3, tally.unanswered().size());
        assertFalse(tally.clean());
    }

    @Test
    void anOrderToASilentPlatformIsExpectedOpenOnlyInCharacter() {
        // Given
        order.put("party", "snackvideo").put("status", "DELIVERED").put("receivedAt", at(9));
        order.remove("answeredAt");
        assertEquals(1, tally().unanswered().size());

        // When
        cast = Cast.IN_CHARACTER;

        // Then
        assertEquals(List.of(), tally().unanswered());
        assertEquals(1, tally().expectedOpen());
    }

    @Test
    void aRefusalThatWasMeantIsNoFaultAndOneThatWasNotIs() {
        // Given
        sent.add(sent(null, "", Fate.REFUSED_AS_MEANT, "400 Invalid"));
        assertTrue(tally().clean());

        // When
        sent.add(sent(null, "", Fate.REFUSED, "403 Forbidden"));

        // Then
        assertEquals(1, tally().unexpected().size());
        assertEquals(Map.of("400 Invalid", 1, "403 Forbidden", 1), tally().refusals());
    }

    @Test
    void oneContentInTwoCasesIsUnexpected() {
        // Given
        sent.add(sent("report-2", "item-2", Fate.ACCEPTED, null));
        cases.add(aCase("case-2", "item-2"));

        // Then
        assertEquals(List.of("content 0 is in 2 cases instead of one"), tally().unexpected());
    }

    @Test
    void theTimesCountFromWhenTheReportWasDue() {
        // When
        LoadTimes times = LoadTimes.of(facts());

        // Then
        assertEquals(Duration.ofSeconds(1), times.accept().at(1));
        assertEquals(Duration.ofSeconds(2), times.reportToLinked().at(1));
        assertEquals(Duration.ofSeconds(1), times.approvalToReceived().at(1));
        assertEquals(Duration.ofSeconds(3), times.receivedToAnswered().at(1));
        assertEquals(Duration.ofSeconds(8), times.reportToAnswered().at(1));
    }

    private LoadTally tally() {
        return LoadTally.of(facts());
    }

    private LoadFacts facts() {
        return new LoadFacts(
                START,
                cast,
                sent,
                Set.of(),
                cases,
                List.of(order),
                Map.of("report-1", report),
                Map.of(),
                0,
                ledger,
                new LoadFacts.Phases(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        null));
    }

    private static Sent sent(@Nullable String id, String item, Fate fate, @Nullable String why) {
        return new Sent(
                "mafindo",
                List.of("0"),
                fate,
                START,
                START,
                START.plusSeconds(1),
                id,
                id == null ? null : START,
                id == null ? List.of() : List.of(item),
                why);
    }

    private static JsonNode aCase(String id, String item) {
        ObjectNode view = Json.object().put("id", id);
        view.putArray("reports")
                .addObject()
                .put("reportId", item.replace("item", "report"))
                .put("itemId", item)
                .put("linkedAt", at(2));
        view.putArray("decisions")
                .addObject()
                .put("kind", "ORDER")
                .put("status", "APPROVED")
                .put("approvedAt", at(4))
                .putArray("orders")
                .add("order-1");
        return view;
    }

    private static LedgerLine line(
            String event, String subject, String webhookId, String sequence, String party, @Nullable String status) {
        return new LedgerLine(
                START.plusSeconds(5),
                webhookId,
                "id.siaga." + event + ".v1",
                subject,
                sequence,
                party,
                true,
                Outcome.TAKEN,
                1,
                status);
    }

    private static String at(int second) {
        return START.plusSeconds(second).toString();
    }
}
