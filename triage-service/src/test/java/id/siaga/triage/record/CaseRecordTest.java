// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static id.siaga.triage.ReportFixture.aReport;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.sql.Sql;
import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain that tells the whole story of a case, and that nobody can rewrite unseen. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CaseRecordTest {

    private static final RecordEntry ENTRY = new RecordEntry(
            UUID.fromString("019aa9a1-6d5e-7d10-b1f3-6a2c9e4d8b33"),
            1,
            Instant.parse("2026-01-05T10:00:00.123456Z"),
            "issuer|ratna",
            "case-assessed",
            null,
            new byte[] {'{', '}'},
            RecordEntry.NOTHING);

    @Inject
    Sql sql;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Stored(RecordEntry entry, byte[] hash) {}

    @Test
    void theWholeStoryOfACaseIsOneChain() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.check(order).statusCode(200);
        UUID caseId = UUID.fromString(Desk.ratna().get("/v1/orders/{id}", order).path("caseId"));
        // When
        List<Stored> chain = chain(caseId);
        // Then
        assertEquals(
                List.of(
                        "case-opened",
                        "item-linked",
                        "case-assessed",
                        "decision-proposed",
                        "decision-approved",
                        "order-issued",
                        "order-acknowledged",
                        "order-answered",
                        "order-checked",
                        "order-closed",
                        "case-closed"),
                chain.stream().map(stored -> stored.entry.act()).toList());
        byte[] previous = RecordEntry.NOTHING;
        for (Stored stored : chain) {
            assertArrayEquals(previous, stored.entry.previous());
            assertArrayEquals(stored.entry.hash(), stored.hash);
            previous = stored.hash;
        }
        assertEquals(
                List.of(java.util.HexFormat.of().formatHex(previous)),
                Desk.query("select encode(hash, 'hex') from record_head where case_id = ?", caseId));
    }

    private List<Stored> chain(UUID caseId) {
        return sql.list(
                "select seq, at, who, act, why, body, prev_hash, hash from record where case_id = ? order by seq",
                row -> new Stored(
                        new RecordEntry(
                                caseId,
                                row.getLong("seq"),
                                Sql.time(row, "at"),
                                row.getString("who"),
                                row.getString("act"),
                                row.getString("why"),
                                row.getBytes("body"),
                                row.getBytes("prev_hash")),
                        row.getBytes("hash")),
                caseId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record set why = 'another' returning act",
                "delete from record returning act",
                "truncate record"
            })
    void theApplicationCannotRewriteIt(String crime) {
        Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime));
        assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"));
    }

    @Test
    void everyFieldIsInTheHash() {
        RecordEntry e = ENTRY;
        List<RecordEntry> altered = List.of(
                new RecordEntry(UUID.randomUUID(), e.seq(), e.at(), e.who(), e.act(), e.why(), e.body(), e.previous()),
                new RecordEntry(e.caseId(), 2, e.at(), e.who(), e.act(), e.why(), e.body(), e.previous()),
                new RecordEntry(
                        e.caseId(), e.seq(), e.at().plusNanos(1_000), e.who(), e.act(), null, e.body(), e.previous()),
                new RecordEntry(e.caseId(), e.seq(), e.at(), "issuer|dimas", e.act(), null, e.body(), e.previous()),
                new RecordEntry(e.caseId(), e.seq(), e.at(), e.who(), "case-closed", null, e.body(), e.previous()),
                new RecordEntry(e.caseId(), e.seq(), e.at(), e.who(), e.act(), "", e.body(), e.previous()),
                new RecordEntry(
                        e.caseId(), e.seq(), e.at(), e.who(), e.act(), null, new byte[] {'[', ']'}, e.previous()),
                new RecordEntry(e.caseId(), e.seq(), e.at(), e.who(), e.act(), null, e.body(), new byte[] {1}));
        altered.forEach(other -> assertFalse(Arrays.equals(e.hash(), other.hash()), other::toString));
    }
}
