// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import static id.siaga.localstack.demo.account.RunFixture.CASE;
import static id.siaga.localstack.demo.account.RunFixture.ORDER;
import static id.siaga.localstack.demo.account.RunFixture.REPORT;
import static id.siaga.localstack.demo.account.RunFixture.START;
import static id.siaga.localstack.demo.account.RunFixture.facts;
import static id.siaga.localstack.demo.account.RunFixture.json;
import static id.siaga.localstack.demo.account.RunFixture.ledger;
import static id.siaga.localstack.demo.account.RunFixture.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

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
    void aNumberThatASupplementTookIsNoLoss() throws Exception {
        // Given: the second of three numbers was told nobody
        JsonNode report = json("{\"id\":\"rep-1\",\"items\":[{\"status\":\"CLOSED\"}]}");
        List<LedgerLine> told = List.of(
                line("w-1", "report.status-changed", "rep-1", "1", "mafindo", Outcome.TAKEN, "LINKED"),
                line("w-3", "report.status-changed", "rep-1", "3", "mafindo", Outcome.TAKEN, "CLOSED"));

        // Then
        assertEquals(List.of(), Deliveries.missingOfReport("R1", report, told, 1));
        assertEquals(
                List.of("status change #2 of report R1 never reached its reporter's endpoint"),
                Deliveries.missingOfReport("R1", report, told, 0));
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
    void contentThatIsNotInOneCaseIsASurprise() {
        // Given
        Facts clean = facts(REPORT, ORDER, ledger());

        // When
        Facts scattered = new Facts(
                START,
                START,
                clean.submissions(),
                clean.reports(),
                Map.of(),
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
}
