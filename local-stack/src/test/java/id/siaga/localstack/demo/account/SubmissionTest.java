// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import static id.siaga.localstack.demo.account.RunFixture.REPORT;
import static id.siaga.localstack.demo.account.RunFixture.START;
import static id.siaga.localstack.demo.account.RunFixture.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    @Test
    void anInvalidReportThatIsAcceptedIsASurprise() {
        // Given
        Submission submission =
                new Submission("R1", "bawaslu", "invalid", null, 400, 201, "rep-1", null, Json.object());

        // When
        Tally tally = Tally.of(facts(submission, REPORT));

        // Then
        assertEquals(List.of("R1 was answered with 201 instead of 400"), tally.surprises());
        assertFalse(tally.clean());
    }

    @Test
    void aRefusalForAnotherReasonThanTheScriptsIsASurprise() {
        // Given
        Submission submission =
                new Submission("R1", "bawaslu", "a wrong token", null, 401, 400, null, "400 Invalid", Json.object());

        // When
        Tally tally = Tally.of(facts(submission, REPORT));

        // Then
        assertEquals(List.of("R1 was answered with 400 instead of 401"), tally.surprises());
    }

    @Test
    void aTextThatIsNotStoredAsItWasSentIsASurprise() {
        // Given
        JsonNode sent = json("{\"statementOfReasons\":\"a\\u202eb\",\"items\":[{\"text\":\"<b>\"}]}");
        Submission submission = new Submission("R1", "kpu", "hostile", null, 201, 201, "rep-1", null, sent);
        JsonNode same = json("""
                {"id":"rep-1","status":"CLOSED","statementOfReasons":"a\\u202eb","items":[{"status":"CLOSED","text":"<b>"}]}""");
        JsonNode cleaned = json("""
                {"id":"rep-1","status":"CLOSED","statementOfReasons":"ab","items":[{"status":"CLOSED","text":"&lt;b>"}]}""");

        // Then
        assertEquals(List.of(), Tally.of(facts(submission, same)).surprises());
        assertEquals(
                List.of("R1 is not stored as it was sent: /statementOfReasons, /items/0/text"),
                Tally.of(facts(submission, cleaned)).surprises());
    }

    @Test
    void whatIsAddedToAnEarlierReportIsLookedForAmongItsSupplements() {
        // Given
        JsonNode sent = json("{\"statementOfReasons\":\"seen again\",\"items\":[{\"text\":\"<b>\"}]}");
        Submission submission = new Submission("R2", "kpu", "again", null, 200, 200, "rep-1", null, sent);
        JsonNode kept = json("""
                {"id":"rep-1","status":"CLOSED","statementOfReasons":"first","items":[{"status":"CLOSED"}],
                 "supplements":[{"statement":"other"},{"statement":"seen again"}]}""");
        JsonNode lost = json("""
                {"id":"rep-1","status":"CLOSED","statementOfReasons":"first","items":[{"status":"CLOSED"}],
                 "supplements":[{"statement":"other"}]}""");

        // Then
        assertEquals(List.of(), Tally.of(facts(submission, kept)).surprises());
        assertEquals(
                List.of("R2 is not stored as it was sent: /statementOfReasons"),
                Tally.of(facts(submission, lost)).surprises());
    }

    private static Facts facts(Submission submission, JsonNode report) {
        return new Facts(
                START,
                START,
                List.of(submission),
                submission.accepted() ? Map.of("rep-1", report) : Map.of(),
                Map.of("rep-1", report.path("supplements")),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
    }
}
