// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.FakeSuite;
import id.siaga.localstack.client.FakeSuite.Request;
import id.siaga.localstack.client.FakeSuite.Result;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadDeskTest {
    private static final Instant REPORTED = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private final ObjectNode ours = aCase("case-1", "report-1");
    private final ObjectNode somebodyElses = aCase("case-2", "report-2");
    private FakeSuite fake;
    private Receipts receipts;
    private LoadDesk desk;

    @BeforeEach
    void aQueueOfTwoCases() throws Exception {
        fake = new FakeSuite();
        receipts = new Receipts(folder.resolve("receipts.ndjson"));
        Api api = new Api(
                fake.suite(), receipts, new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(1)), Clock.systemUTC());
        desk = new LoadDesk(api);
        fake.on("GET /v1/cases", this::queue)
                .on("GET /v1/cases/case-1", request -> new Result(200, ours.toString()))
                .on("GET /v1/cases/case-2", request -> new Result(200, somebodyElses.toString()))
                .on("POST /v1/cases/case-1/assessment", request -> new Result(200, "{}"))
                .on("POST /v1/cases/case-1/decisions", request -> propose())
                .on("POST /v1/decisions/decision-1/approval", request -> approve());
    }

    @AfterEach
    void stop() {
        receipts.close();
        fake.close();
    }

    @Test
    void onlyCasesOfTheReportsThatAreExpectedAreDecided() throws Exception {
        // Given
        desk.expect("report-1", REPORTED);

        // When
        int open = desk.work();

        // Then
        assertEquals(0, open);
        assertEquals(Set.of("case-1"), desk.decided());
        assertTrue(posts().stream().noneMatch(path -> path.contains("case-2")), posts().toString());
        assertEquals(3, posts().size(), "assessed, proposed, approved");
    }

    @Test
    void casesThatWereOpenedBeforeAreNotEvenRead() throws Exception {
        // Given
        desk.expect("report-1", REPORTED.plusSeconds(60));

        // When
        desk.work();

        // Then
        assertTrue(fake.requests().stream().noneMatch(request -> request.path().contains("case-")));
    }

    @Test
    void whatAnInterruptedRunHasProposedIsOnlyApproved() throws Exception {
        // Given
        desk.expect("report-1", REPORTED);
        propose();

        // When
        desk.work();

        // Then
        assertEquals(List.of("/v1/decisions/decision-1/approval"), posts());
    }

    @Test
    void aRefusedApprovalLeavesTheCaseOpenAndComesUpAgain() throws Exception {
        // Given
        desk.expect("report-1", REPORTED);
        fake.on(
                "POST /v1/decisions/decision-1/approval",
                request -> new Result(409, "{\"title\":\"Flagged meanwhile\"}"));
        assertEquals(1, desk.work());
        assertTrue(String.valueOf(desk.troubles().get("case-1")).contains("Flagged meanwhile"));

        // When
        fake.on("POST /v1/decisions/decision-1/approval", request -> approve());
        int open = desk.work();

        // Then
        assertEquals(0, open);
        assertEquals(Map.of(), desk.troubles());
    }

    private Result queue(Request request) {
        ObjectNode page = Json.object();
        ArrayNode entries = page.putArray("cases");
        for (ObjectNode view : List.of(ours, somebodyElses)) {
            if (request.path().contains("status=" + view.path("status").asText())) {
                entries.add(view);
            }
        }
        return new Result(200, page.toString());
    }

    private Result propose() {
        ours.put("status", "IN_REVIEW");
        ours.putArray("decisions").addObject().put("id", "decision-1").put("status", "PROPOSED");
        return new Result(201, "{}");
    }

    private Result approve() {
        ours.put("status", "DECIDED");
        ours.putArray("decisions").addObject().put("id", "decision-1").put("status", "APPROVED");
        return new Result(200, "{}");
    }

    private List<String> posts() {
        return fake.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .map(Request::path)
                .toList();
    }

    private static ObjectNode aCase(String id, String report) {
        ObjectNode view = Json.object()
                .put("id", id)
                .put("status", "NEW")
                .put("category", "fraud")
                .put("openedAt", REPORTED.plusSeconds(1).toString());
        view.putArray("contents").addObject().put("platform", "tiktok").put("key", "tiktok:video:1");
        view.putArray("flags");
        view.putArray("reports").addObject().put("reportId", report).put("party", "mafindo");
        view.putArray("decisions");
        return view;
    }
}
