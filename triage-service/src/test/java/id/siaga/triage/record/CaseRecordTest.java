// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static id.siaga.triage.ReportFixture.aReport;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain that tells the whole story of a case, and that nobody can rewrite unseen. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CaseRecordTest {

    private static final RecordEntry.Plain PLAIN = new RecordEntry.Plain(
            UUID.fromString("019aa9a1-6d5e-7d10-b1f3-6a2c9e4d8b33"),
            1,
            Instant.parse("2026-01-05T10:00:00.123456Z"),
            "issuer|ratna",
            "case-assessed",
            null,
            new byte[] {'{', '}'},
            RecordEntry.nothing());

    private static final RecordEntry.Committed COMMITTED = new RecordEntry.Committed(
            PLAIN.caseId(),
            1,
            PLAIN.at(),
            "posko",
            new byte[32],
            "case-assessed",
            null,
            PLAIN.body(),
            RecordEntry.nothing());

    @Inject
    RecordChain entries;

    @Test
    void theWholeStoryOfACaseIsOneChain() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.check(order).statusCode(200);
        UUID caseId = UUID.fromString(Desk.ratna().get("/v1/orders/{id}", order).path("caseId"));
        // When
        List<StoredEntry> chain = entries.after(caseId, 0, 100);
        // Then
        assertEquals(
                List.of(
                        "case-opened",
                        "item-linked",
                        "case-assessed",
                        "decision-proposed",
                        "decision-approved",
                        "order-issued",
                        "case-decided",
                        "order-acknowledged",
                        "order-answered",
                        "order-checked",
                        "order-closed",
                        "case-closed"),
                chain.stream().map(stored -> stored.entry().act()).toList());
        byte[] previous = RecordEntry.nothing();
        for (StoredEntry stored : chain) {
            assertArrayEquals(previous, stored.entry().previous());
            assertArrayEquals(stored.entry().hash(), stored.hash());
            previous = stored.hash();
        }
        assertEquals(
                List.of(HexFormat.of().formatHex(previous)),
                Desk.query("select encode(hash, 'hex') from record_head where case_id = ?", caseId));
    }

    @Test
    void anActSaysWhatWasSoBeforeAndAfter() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        // When
        List<String> changes = Desk.query("""
                select act || ': ' || (facts -> 'before' ->> 'status') || ', ' || (facts -> 'after' ->> 'status')
                from record r join orders o on o.case_id = r.case_id,
                     lateral (select convert_from(r.body, 'UTF8')::jsonb as facts) as f
                where o.id = ?::uuid and facts -> 'before' is not null order by r.seq""", order);
        // Then
        assertEquals(
                List.of(
                        "case-assessed: NEW, IN_REVIEW",
                        "case-decided: IN_REVIEW, DECIDED",
                        "order-acknowledged: ISSUED, ACKNOWLEDGED",
                        "order-answered: ACKNOWLEDGED, ANSWERED"),
                changes);
        assertEquals(List.of("REMOVED"), Desk.query("""
                        select convert_from(body, 'UTF8')::jsonb #>> '{after,locators,0,result}'
                        from record where act = 'order-answered' and convert_from(body, 'UTF8') like ?""", "%" + order + "%"));
    }

    @Test
    void theChainHoldsNoPersonAndNoReason() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        // When
        String chain = Desk.query("select string_agg(r::text, ' ') from record r where case_id = ?", caseId)
                .getFirst();
        // Then
        assertFalse(chain.contains("ratna"), chain);
        assertFalse(chain.contains("It misleads."), chain);
        assertTrue(Desk.query("select text from record_text where case_id = ? and part = 'why'", caseId)
                .contains("It misleads."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record set why = 'another' returning act",
                "delete from record returning act",
                "truncate record",
                "update record_text set text = 'another' returning text",
                "delete from record_text returning text",
                "truncate record_text",
                "delete from record_head returning seq",
                "truncate record_head"
            })
    void theApplicationCannotRewriteIt(String crime) {
        Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime));
        assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"));
    }

    @Test
    void everyFieldIsInTheHash() {
        RecordEntry.Plain e = PLAIN;
        List<RecordEntry> altered = List.of(
                new RecordEntry.Plain(
                        UUID.randomUUID(), e.seq(), e.at(), e.who(), e.act(), e.why(), e.body(), e.previous()),
                new RecordEntry.Plain(e.caseId(), 2, e.at(), e.who(), e.act(), e.why(), e.body(), e.previous()),
                new RecordEntry.Plain(
                        e.caseId(), e.seq(), e.at().plusNanos(1_000), e.who(), e.act(), null, e.body(), e.previous()),
                new RecordEntry.Plain(
                        e.caseId(), e.seq(), e.at(), "issuer|dimas", e.act(), null, e.body(), e.previous()),
                new RecordEntry.Plain(
                        e.caseId(), e.seq(), e.at(), e.who(), "case-closed", null, e.body(), e.previous()),
                new RecordEntry.Plain(e.caseId(), e.seq(), e.at(), e.who(), e.act(), "", e.body(), e.previous()),
                new RecordEntry.Plain(
                        e.caseId(), e.seq(), e.at(), e.who(), e.act(), null, new byte[] {'[', ']'}, e.previous()),
                new RecordEntry.Plain(e.caseId(), e.seq(), e.at(), e.who(), e.act(), null, e.body(), new byte[] {1}));
        altered.forEach(other -> assertFalse(Arrays.equals(e.hash(), other.hash()), other::toString));
    }

    @Test
    void everyFieldIsInTheHashOfTheFormatThatCommits() {
        RecordEntry.Committed e = COMMITTED;
        UUID id = e.caseId();
        byte[] who = e.who();
        byte[] other = {1};
        List<RecordEntry> altered = List.of(
                PLAIN,
                committed(UUID.randomUUID(), 1, e.at(), "posko", who, e.act(), null, e.body(), e.previous()),
                committed(id, 2, e.at(), "posko", who, e.act(), null, e.body(), e.previous()),
                committed(id, 1, e.at().plusNanos(1_000), "posko", who, e.act(), null, e.body(), e.previous()),
                committed(id, 1, e.at(), "bssn", who, e.act(), null, e.body(), e.previous()),
                committed(id, 1, e.at(), "posko", null, e.act(), null, e.body(), e.previous()),
                committed(id, 1, e.at(), "posko", other, e.act(), null, e.body(), e.previous()),
                committed(id, 1, e.at(), "posko", who, "case-closed", null, e.body(), e.previous()),
                committed(id, 1, e.at(), "posko", who, e.act(), new byte[0], e.body(), e.previous()),
                committed(id, 1, e.at(), "posko", who, e.act(), null, other, e.previous()),
                committed(id, 1, e.at(), "posko", who, e.act(), null, e.body(), other));
        altered.forEach(one -> assertFalse(Arrays.equals(e.hash(), one.hash()), one::toString));
    }

    private static RecordEntry committed(
            UUID caseId,
            long seq,
            Instant at,
            String party,
            byte @Nullable [] who,
            String act,
            byte @Nullable [] why,
            byte[] body,
            byte[] previous) {
        return new RecordEntry.Committed(caseId, seq, at, party, who, act, why, body, previous);
    }
}
