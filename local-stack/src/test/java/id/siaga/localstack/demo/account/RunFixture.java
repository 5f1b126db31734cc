// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run in which one report became one case, one order and five webhooks. */
public final class RunFixture {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    public static final JsonNode REPORT = json("""
            {"id":"rep-1","status":"CLOSED","receivedAt":"2026-01-02T03:04:06Z","items":[{"id":"i-1","status":"CLOSED"}]}""");
    public static final JsonNode CASE = json("""
            {"id":"case-1","status":"CLOSED","category":"fraud","urgent":false,
             "reports":[{"reportId":"rep-1","itemId":"i-1","linkedAt":"2026-01-02T03:04:06.200Z"}],
             "decisions":[{"kind":"ORDER","status":"APPROVED","approvedAt":"2026-01-02T03:04:07Z","orders":["ord-1"]}]}""");
    public static final JsonNode ORDER = json("""
            {"id":"ord-1","caseId":"case-1","platform":"youtube","party":"google","instrument":"ORDER","status":"CLOSED",
             "locators":[{"id":"l-1","result":{"result":"REMOVED"}}],
             "answeredAt":"2026-01-02T03:04:08Z","closedAt":"2026-01-02T03:04:09Z"}""");

    private RunFixture() {}

    public static Facts facts(JsonNode report, JsonNode order, List<LedgerLine> ledger) {
        return new Facts(
                START,
                START.plusSeconds(10),
                List.of(
                        new Submission("R1", "mafindo", "a video", "the video", 201, 201, "rep-1", null, Json.object()),
                        new Submission("R2", "bawaslu", "invalid", null, 400, 400, null, "400 Invalid", Json.object())),
                Map.of("rep-1", report),
                Map.of(),
                Map.of("case-1", CASE),
                Map.of("ord-1", order),
                Map.of(),
                ledger);
    }

    public static List<LedgerLine> ledger() {
        List<LedgerLine> lines = new ArrayList<>();
        lines.add(line("w-1", "order.issued", "ord-1", "1", "google", Outcome.TAKEN, null));
        lines.add(line("w-2", "order.answered", "ord-1", "3", "google", Outcome.TAKEN, null));
        lines.add(line("w-3", "order.closed", "ord-1", "4", "google", Outcome.TAKEN, null));
        lines.add(line("w-4", "report.status-changed", "rep-1", "1", "mafindo", Outcome.TAKEN, "LINKED"));
        lines.add(line("w-5", "report.status-changed", "rep-1", "2", "mafindo", Outcome.TAKEN, "CLOSED"));
        return lines;
    }

    public static LedgerLine line(
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

    public static JsonNode json(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
