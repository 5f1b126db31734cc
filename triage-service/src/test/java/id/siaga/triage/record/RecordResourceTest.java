// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static id.siaga.triage.ReportFixture.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What auditors read of a record, whether it can be rewritten unseen, and what may be taken out of it. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class RecordResourceTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestClock time;

    @Test
    void anAuditorComputesTheRecordByWhatIsPublishedOfIt() throws IOException, GeneralSecurityException {
        // Given
        String order = Desk.anOrder(aReport());
        String caseId = Desk.ratna().get("/v1/orders/{id}", order).path("caseId");
        // When
        List<JsonNode> entries = entries(caseId);
        // Then
        byte[] previous = new byte[32];
        for (JsonNode entry : entries) {
            previous = hashOf(caseId, entry, previous);
            assertEquals(entry.path("hash").asText(), HEX.formatHex(previous));
        }
        verification(caseId)
                .body("result", equalTo("INTACT"))
                .body("entries", equalTo(entries.size()))
                .body("head.seq", equalTo(entries.size()))
                .body("head.hash", equalTo(HEX.formatHex(previous)))
                .body("fault", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update record set act = 'case-closed' where seq = 2                               | ALTERED   | 2 | ENTRY
            update record set at = at + interval '1 microsecond' where seq = 2                | ALTERED   | 2 | ENTRY
            update record set party = 'bssn' where seq = 3                                    | ALTERED   | 3 | ENTRY
            update record set body = '{}' where seq = 1                                       | ALTERED   | 1 | ENTRY
            update record set hash = sha256('x') where seq = 2                                | ALTERED   | 2 | ENTRY
            update record set who_commitment = null where seq = 3                             | ALTERED   | 3 | ENTRY
            update record_text set text = 'It is fine.' where part = 'why'                    | ALTERED   | 3 | WHY
            update record_text set text = 'dimas' where part = 'who'                          | ALTERED   | 3 | WHO
            insert into record_text select case_id, 1, 'why', 'x', 'y' from record where seq = 1 | ALTERED | 1 | WHY
            delete from record_text where part = 'why'                                        | MISSING   | 3 | WHY
            delete from record where seq = 2                                                  | MISSING   | 2 | ENTRY
            delete from record where seq = 1                                                  | MISSING   | 1 | ENTRY
            delete from record_text where true; delete from record where seq = 3              | TRUNCATED | 3 | ENTRY
            update record_head set seq = 2 where true                                         | ALTERED   | 2 | HEAD
            update record_head set hash = sha256('x') where true                              | ALTERED   | 3 | HEAD
            delete from record_head where true                                                | MISSING   | 3 | HEAD
            """)
    void whatTheDatabasesOwnerRewritesIsFound(String crime, String result, int seq, String place) {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        // When
        for (String step : crime.split("; ", -1)) {
            assertEquals(1, Math.min(1, Desk.asOwner(step + " and case_id = ?", caseId)));
        }
        // Then
        verification(caseId)
                .body("result", equalTo(result))
                .body("fault.seq", equalTo(seq))
                .body("fault.place", equalTo(place));
    }

    @Test
    void whatWasErasedOnTheRecordIsNoFault() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        // When
        erase(caseId).statusCode(200).body("texts", equalTo(1)).body("complete", equalTo(true));
        // Then
        verification(caseId)
                .body("result", equalTo("INTACT"))
                .body("entries", equalTo(4))
                .body("erased.seq", contains(3))
                .body("erased.part", contains("WHY"));
        JsonNode assessed = entries(caseId.toString()).get(2);
        assertEquals("case-assessed", assessed.path("act").asText());
        assertTrue(assessed.path("why").path("text").isNull());
        assertTrue(assessed.path("why").path("salt").isNull());
        assertEquals(64, assessed.path("why").path("commitment").asText().length());
        JsonNode erasure = entries(caseId.toString()).get(3);
        assertEquals("texts-erased", erasure.path("act").asText());
        assertEquals("It names a person.", erasure.path("why").path("text").asText());
        erase(caseId).statusCode(200).body("texts", equalTo(0));
        verification(caseId).body("entries", equalTo(4));
    }

    @Test
    void whatOnlySeemsToBeErasedIsMissing() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        erase(caseId).statusCode(200);
        Desk.assess(caseId, "hoax").statusCode(200);
        // When
        Desk.asOwner("delete from record_text where seq = 5 and part = 'why' and case_id = ?", caseId);
        // Then
        verification(caseId)
                .body("result", equalTo("MISSING"))
                .body("fault.seq", equalTo(5))
                .body("fault.place", equalTo("WHY"));
    }

    @Test
    void theReasonsOfSomeEntriesAreErased() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        Desk.assess(caseId, "hoax").statusCode(200);
        // When
        Desk.sari()
                .body(Map.of("entries", List.of(4), "reason", "It names a person."))
                .post("/v1/cases/{id}/record/erasure", caseId)
                .then()
                .statusCode(200);
        // Then
        verification(caseId).body("result", equalTo("INTACT")).body("erased.seq", contains(4));
    }

    @Test
    void aPersonIsErasedFromEveryRecord() {
        // Given
        String name = "dewi-" + UUID.randomUUID();
        UUID first = Desk.aCase(aReport());
        UUID second = Desk.aCase(aReport());
        for (UUID caseId : List.of(first, second)) {
            Desk.as(Tokens.forPerson("posko", name, "officer"))
                    .body("{}")
                    .post("/v1/cases/{id}/claim", caseId)
                    .then()
                    .statusCode(200);
        }
        String person =
                entries(first.toString()).get(2).path("who").path("text").asText();
        assertTrue(person.endsWith("|" + name), person);
        // When
        Desk.sari()
                .body(Map.of("person", person, "reason", "She asks for it."))
                .post("/v1/record-erasures")
                .then()
                .statusCode(200)
                .body("cases", equalTo(2))
                .body("texts", equalTo(2))
                .body("complete", equalTo(true));
        // Then
        for (UUID caseId : List.of(first, second)) {
            verification(caseId)
                    .body("result", equalTo("INTACT"))
                    .body("erased.seq", contains(3))
                    .body("erased.part", contains("WHO"));
            Desk.auditor()
                    .get("/v1/cases/{id}/record", caseId)
                    .then()
                    .body(not(containsString(name)))
                    .body("entries[2].party", equalTo("posko"));
        }
    }

    @Test
    void theDatabaseErasesNothingThatTheRecordDoesNotTell() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        // When
        List<String> erased = Desk.query("select erase_recorded_texts(?)", caseId);
        // Then
        assertEquals(List.of("0"), erased);
        erase(caseId).statusCode(200);
        Desk.assess(caseId, "hoax").statusCode(200);
        assertEquals(List.of("0"), Desk.query("select erase_recorded_texts(?)", caseId));
        verification(caseId).body("result", equalTo("INTACT")).body("erased.seq", contains(3));
    }

    @Test
    void entriesOfTheFormerFormatAreVerifiedAsTheyWereAppended() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        JsonNode last = entries(caseId.toString()).getLast();
        RecordEntry.Plain plain = new RecordEntry.Plain(
                caseId,
                4,
                Instant.parse("2026-01-05T10:00:00.123456Z"),
                "issuer|ratna",
                "case-noted",
                "Formerly.",
                "{}".getBytes(UTF_8),
                HEX.parseHex(last.path("hash").asText()));
        Desk.asOwner("""
                insert into record (case_id, seq, at, who, act, why, body, prev_hash, hash)
                values (?, 4, '2026-01-05T10:00:00.123456Z', 'issuer|ratna', 'case-noted', 'Formerly.', '{}', ?, ?)""", caseId, plain.previous(), plain.hash());
        Desk.asOwner("update record_head set seq = 4, hash = ? where case_id = ?", plain.hash(), caseId);
        // When
        Desk.assess(caseId, "hoax").statusCode(200);
        // Then
        verification(caseId).body("result", equalTo("INTACT")).body("entries", equalTo(5));
        assertEquals(1, entries(caseId.toString()).get(3).path("format").asInt());
        Desk.asOwner("update record set why = 'Never.' where seq = 4 and case_id = ?", caseId);
        verification(caseId).body("result", equalTo("ALTERED")).body("fault.seq", equalTo(4));
    }

    @Test
    void whoeverIsToldHoldsAHeadOfTheRecord() {
        // Given
        String order = Desk.anOrder(aReport());
        String caseId = Desk.ratna().get("/v1/orders/{id}", order).path("caseId");
        // When
        JsonNode opened =
                Desk.events("triage.case.v1", "case.opened", caseId, 1).getFirst();
        JsonNode issued =
                Desk.events("triage.order.v1", "order.issued", order, 1).getFirst();
        JsonNode decided =
                Desk.events("triage.case.v1", "case.decided", caseId, 1).getFirst();
        // Then
        assertHolds(opened, caseId, "item-linked");
        assertHolds(issued, caseId, "order-issued");
        assertHolds(decided, caseId, "case-decided");
    }

    @Test
    void aClockThatFiresIsToldWithTheHeadOfTheRecord() {
        // Given
        String order = Desk.anOrder(aReport());
        String caseId = Desk.ratna().get("/v1/orders/{id}", order).path("caseId");
        // When
        time.advance(Duration.ofHours(2));
        // Then
        JsonNode overdue =
                Desk.events("triage.order.v1", "order.overdue", order, 1).getFirst();
        List<JsonNode> told = entries(caseId)
                .subList(0, overdue.path("recordHead").path("seq").asInt());
        assertEquals(told.getLast().path("hash"), overdue.path("recordHead").path("hash"));
        assertTrue(told.stream()
                .anyMatch(entry -> entry.path("act").asText().equals("clock-fired")
                        && entry.path("body").asText().contains("\"percent\":100")));
    }

    @Test
    void aRecordIsReadInPages() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        // When
        String next = Desk.auditor()
                .get("/v1/cases/{id}/record?limit=2", caseId)
                .then()
                .statusCode(200)
                .body("entries.seq", contains(1, 2))
                .body("next", notNullValue())
                .extract()
                .path("next");
        // Then
        Desk.auditor()
                .get("/v1/cases/{id}/record?limit=2&cursor={next}", caseId, next)
                .then()
                .body("entries.seq", contains(3))
                .body("next", nullValue());
        Desk.auditor().get("/v1/cases/{id}/record", UUID.randomUUID()).then().statusCode(404);
        Desk.auditor()
                .get("/v1/cases/{id}/record/verification", UUID.randomUUID())
                .then()
                .statusCode(404);
        Desk.auditor().get("/v1/cases/{id}/record?cursor=eA", caseId).then().statusCode(400);
    }

    private static void assertHolds(JsonNode event, String caseId, String act) {
        JsonNode head = event.path("recordHead");
        JsonNode entry = entries(caseId).get(head.path("seq").asInt() - 1);
        assertEquals(act, entry.path("act").asText());
        assertEquals(entry.path("hash"), head.path("hash"));
    }

    private static ValidatableResponse erase(UUID caseId) {
        return Desk.sari()
                .body(Map.of("reason", "It names a person."))
                .post("/v1/cases/{id}/record/erasure", caseId)
                .then();
    }

    private static ValidatableResponse verification(Object caseId) {
        return Desk.auditor()
                .get("/v1/cases/{id}/record/verification", caseId)
                .then()
                .statusCode(200);
    }

    private static List<JsonNode> entries(String caseId) {
        String page = Desk.auditor()
                .get("/v1/cases/{id}/record?limit=200", caseId)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readTree(page).path("entries").valueStream().toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As docs/record.md tells it to auditors, and with nothing of ours. */
    private static byte[] hashOf(String caseId, JsonNode entry, byte[] previous)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        part(out, "urn:siaga:record-entry:2".getBytes(UTF_8));
        part(out, previous);
        part(out, caseId.getBytes(UTF_8));
        out.writeLong(entry.path("seq").asLong());
        out.writeLong(ChronoUnit.MICROS.between(
                Instant.EPOCH, Instant.parse(entry.path("at").asText())));
        part(out, entry.path("party").asText().getBytes(UTF_8));
        text(out, entry.path("who"));
        part(out, entry.path("act").asText().getBytes(UTF_8));
        text(out, entry.path("why"));
        part(out, entry.path("body").asText().getBytes(UTF_8));
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, JsonNode text) throws IOException, GeneralSecurityException {
        out.writeBoolean(!text.isNull());
        if (text.isNull()) {
            part(out, new byte[0]);
        } else {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HEX.parseHex(text.path("salt").asText()), "HmacSHA256"));
            byte[] commitment = mac.doFinal(text.path("text").asText().getBytes(UTF_8));
            assertEquals(text.path("commitment").asText(), HEX.formatHex(commitment));
            part(out, commitment);
        }
    }

    private static void part(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
