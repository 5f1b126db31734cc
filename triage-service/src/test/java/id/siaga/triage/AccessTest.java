// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import static id.siaga.triage.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.checkpoint.MakeCheckpoint;
import id.siaga.triage.escalation.LadderFixture;
import id.siaga.web.AccessTable;
import id.siaga.web.ServiceStack;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The running service against the hand-written table of who may do what. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class AccessTest {

    /** Who holds a token of {@link AccessTable}. */
    private static final String SOMEBODY = "somebody";

    private static final Map<String, String> PARTIES = Map.of(
            "platform",
            "google",
            "officer",
            "posko",
            "approver",
            "bssn",
            "auditor",
            "ombudsman",
            "operator",
            "siaga-ops");

    static Stream<AccessTable.Row> rows() {
        return AccessTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theServiceAnswersAsTheTableSays(AccessTable.Row row) {
        // Given
        String party = PARTIES.getOrDefault(row.bareRole(), "komdigi");
        String id = row.granted() ? prepared(row.path()) : UUID.randomUUID().toString();
        String body = body(row.path(), row.granted() ? id : null);
        // When
        int status = row.answerTo(
                party,
                Map.of(
                        "book",
                        "cases",
                        "id",
                        id,
                        "day",
                        id,
                        "code",
                        row.path().startsWith("/v1/platforms") ? "line" : "triage",
                        "party",
                        "pantau"),
                row.method() == Method.GET ? null : body,
                "application/json");
        // Then
        assertEquals(row.expected(), status);
    }

    @Test
    void theTableHasARowForEveryOperationAndRole() {
        AccessTable.assertWhole();
    }

    @Test
    void aTokenThatProvesNothingIsRefused() {
        AccessTable.assertProofNeeded("/v1/cases", "posko", "officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/cases/1/2", "/v1/decisions", "/cases", "/metrics", "/q/health", "/q/dev"})
    void whatNobodyOpenedIsNotThere(String path) {
        assertEquals(404, given().get(path).statusCode(), path);
    }

    /** What a request that is allowed is about, in the state that it needs. */
    private static String prepared(String path) {
        return switch (path) {
            case "/v1/statistics/platforms",
                    "/v1/statistics/commitments",
                    "/v1/statistics/reporters",
                    "/v1/statistics/categories",
                    "/v1/statistics/regions",
                    "/v1/statistics/desk" -> "";
            case "/v1/cases",
                    "/v1/orders",
                    "/v1/orders/answers",
                    "/v1/tasks",
                    "/v1/competences",
                    "/v1/clock-policies",
                    "/v1/clock-policies/{code}",
                    "/v1/clock-policies/{code}/history",
                    "/v1/election-windows",
                    "/v1/platforms",
                    "/v1/platforms/{code}",
                    "/v1/platforms/{code}/history",
                    "/v1/outages",
                    "/v1/parties",
                    "/v1/parties/{party}",
                    "/v1/parties/{party}/standing" -> "";
            case "/v1/record-erasures", "/v1/record-checkpoints" -> "";
            case "/v1/books", "/v1/books/{book}/digests", "/v1/books/{book}/entries", "/v1/books/{book}/restatements" ->
                "";
            case "/v1/outages/{id}" -> Desk.anOutage("DESK").extract().path("id");
            case "/v1/election-windows/{id}", "/v1/election-windows/{id}/history" -> Desk.anElection("ID-PB");
            case "/v1/cases/{id}",
                    "/v1/cases/{id}/assessment",
                    "/v1/cases/{id}/aliases",
                    "/v1/cases/{id}/merge",
                    "/v1/cases/{id}/claim",
                    "/v1/cases/{id}/release",
                    "/v1/cases/{id}/record",
                    "/v1/cases/{id}/record/verification",
                    "/v1/cases/{id}/record/erasure",
                    "/v1/cases/{id}/reassignment" -> Desk.aCase(aReport()).toString();
            case "/v1/record-checkpoints/{day}" -> {
                dayEnds();
                yield Desk.query("select max(day) from record_checkpoint").getFirst();
            }
            case "/v1/cases/{id}/record/proof" -> {
                UUID caseId = Desk.aCase(aReport());
                dayEnds();
                yield caseId.toString();
            }
            case "/v1/stream" -> {
                // The stream ends with the token, by the service's clock, and answers first.
                Arc.container().instance(TestClock.class).get().advance(Duration.ofHours(1));
                yield "";
            }
            case "/v1/cases/{id}/split" -> {
                UUID merged = Desk.aCase(aReport());
                Desk.merge(Desk.aCase(aReport()), merged).statusCode(200);
                yield merged.toString();
            }
            case "/v1/appeals", "/v1/owner-appeals", "/v1/owner-appeals/lookup" -> "";
            case "/v1/appeals/{id}", "/v1/appeals/{id}/verdict" -> Desk.anAppeal("google", Desk.anOrder(aReport()));
            case "/v1/cases/{id}/overrides" -> {
                Desk.aCompetence("Permenkominfo 5/2020", "9(3)", null);
                yield Desk.anAssessedCase(aReport().category("threat-to-life"), "threat-to-life")
                        .toString();
            }
            case "/v1/decisions/{id}/reversal" -> {
                String decision = aProposal();
                Desk.approve(Desk.yusuf(), decision).statusCode(200);
                yield decision;
            }
            case "/v1/cases/{id}/decisions" ->
                Desk.anAssessedCase(aReport(), "fraud").toString();
            case "/v1/decisions/{id}", "/v1/decisions/{id}/approval", "/v1/decisions/{id}/return" -> aProposal();
            case "/v1/orders/{id}/reinstatement" -> {
                String order = Desk.anOrder(aReport());
                Desk.answer("google", order, "REMOVED").statusCode(200);
                Desk.withdraw(order, "It was satire.").statusCode(200);
                yield order;
            }
            case "/v1/orders/{id}/check", "/v1/orders/{id}/reappearance" -> {
                String order = Desk.anOrder(aReport());
                Desk.answer("google", order, "REMOVED").statusCode(200);
                yield order;
            }
            case "/v1/orders/{id}/reply" -> {
                String order = Desk.anOrder(aReport());
                Desk.clarify("google", order, "Which part?").statusCode(200);
                yield order;
            }
            case "/v1/competences/{id}", "/v1/competences/{id}/end" -> Desk.aCompetence("UU 1/2024", "28", null);
            case "/v1/tasks/{id}/done" -> Desk.aTask();
            case "/v1/letters/{id}", "/v1/letters/{id}/html" -> anIssuedLetter();
            case "/v1/letters/{id}/issue", "/v1/letters/{id}/discard" -> LadderFixture.aLetter();
            case "/v1/orders/{id}/obligations" -> LadderFixture.aLateOrder();
            case "/v1/obligations/{id}", "/v1/obligations/{id}/settlement", "/v1/obligations/{id}/letters" ->
                LadderFixture.anObligation();
            case "/v1/shifts" -> {
                Desk.offDuty(SOMEBODY);
                yield "";
            }
            case "/v1/shifts/{id}/prolongation", "/v1/shifts/{id}/handover" -> Desk.aShift(SOMEBODY);
            default -> Desk.anOrder(aReport());
        };
    }

    /** A body without fault, so that nothing but the role decides; its locator is the order's, if there is one. */
    private static @Nullable String body(String path, @Nullable String order) {
        String locator = order == null || !path.startsWith("/v1/orders")
                ? UUID.randomUUID().toString()
                : Desk.locator(order);
        return switch (path) {
            case "/v1/cases/{id}/assessment" -> """
                    {"category": "fraud", "severity": "LOW", "finding": "It is."}""";
            case "/v1/books/{book}/restatements" -> """
                    {"reason": "A disk was lost.", "known": [{"id": "%s", "told": 0, "sequence": 0}]}""".formatted(UUID.randomUUID());
            case "/v1/cases/{id}/aliases" -> """
                    {"from": "tiktok:short:vt/1", "to": "%s"}""".formatted(order == null ? "tiktok:video:1" : Desk.keyOf(order));
            case "/v1/cases/{id}/merge" -> """
                    {"caseId": "%s", "reason": "It is one matter."}""".formatted(order == null ? UUID.randomUUID() : Desk.aCase(aReport()));
            case "/v1/cases/{id}/split" -> """
                    {"reason": "They are two matters."}""";
            case "/v1/cases/{id}/record/erasure" -> """
                    {"reason": "It names a person."}""";
            case "/v1/record-erasures" -> """
                    {"person": "nobody|at-all", "reason": "The person asks for it."}""";
            case "/v1/cases/{id}/decisions" -> """
                    {"kind": "DISMISS", "reasons": "Nothing is wrong."}""";
            case "/v1/cases/{id}/reassignment" ->
                """
                    {"shiftId": "%s", "reason": "She knows the matter."}""".formatted(order == null ? UUID.randomUUID() : Desk.aShift("ratna"));
            case "/v1/shifts", "/v1/shifts/{id}/prolongation" -> """
                    {"until": "%s"}""".formatted(Desk.inAnHour());
            case "/v1/clock-policies/{code}" -> """
                    {"kind": "TRIAGE", "urgent": false, "limitSeconds": 14400, "afterWait": "RESUME",
                     "source": "desk rule", "reason": "It is right as it is."}""";
            case "/v1/outages" -> Desk.outage("PLATFORMS");
            case "/v1/parties/{party}/standing" -> """
                    {"standing": "ADMITTED", "roles": ["partner"]}""";
            case "/v1/election-windows", "/v1/election-windows/{id}" -> Desk.election("ID-PB");
            case "/v1/shifts/{id}/handover" -> """
                    {"note": "Nothing is open."}""";
            case "/v1/competences" -> """
                    {"party": "komdigi", "instrument": "UU 1/2024", "article": "28", "source": "Lembaran Negara 2024/1",
                     "validFrom": "2024-01-02T00:00:00Z"}""";
            case "/v1/platforms" -> """
                    {"code": "p%s", "entry": {"name": "P", "party": "p", "representative": false,
                     "receiptRule": "ACKNOWLEDGEMENT", "contactRoutes": []}}""".formatted(UUID.randomUUID());
            case "/v1/platforms/{code}" -> """
                    {"name": "LINE", "party": "line", "representative": true, "receiptRule": "ACKNOWLEDGEMENT",
                     "contactRoutes": [{"kind": "WEBHOOK"}]}""";
            case "/v1/letters/{id}/issue" -> """
                    {"noneGiven": true}""";
            case "/v1/letters/{id}/discard" -> """
                    {"reason": "They called."}""";
            case "/v1/obligations/{id}/settlement" -> """
                    {"status": "WAIVED", "reason": "They are bankrupt."}""";
            case "/v1/obligations/{id}/letters" -> null;
            case "/v1/orders/{id}/obligations" ->
                """
                    {"letterId": "%s", "kind": "FINE", "amount": 1000, "currency": "IDR", "legalBasis": "15(11)",
                     "dueAt": "2100-01-01T00:00:00Z"}""".formatted(
                                order == null
                                        ? UUID.randomUUID()
                                        : LadderFixture.drafts(order).stream()
                                                .findFirst()
                                                .orElse(order));
            case "/v1/orders/{id}/service-attempts" -> """
                    {"route": "LOCAL_CONTACT", "outcome": "TRIED", "at": "2026-01-05T10:00:00Z"}""";
            case "/v1/competences/{id}/end" -> """
                    {"reason": "Repealed."}""";
            case "/v1/orders/{id}/appeals" -> """
                    {"statement": "It is a parody."}""";
            case "/v1/appeals/{id}/verdict" -> """
                    {"verdict": "REJECTED", "answer": "It collects bank details."}""";
            case "/v1/owner-appeals" -> """
                    {"code": "of no order", "statement": "It is mine."}""";
            case "/v1/owner-appeals/lookup" -> """
                    {"code": "of no order"}""";
            case "/v1/cases/{id}/overrides" -> """
                    {"decision": {"kind": "ORDER", "reasons": "It threatens a child.", %s, %s},
                     "emergency": "He names the hour."}""".formatted(Desk.AUTHORITY, Desk.GROUNDS);
            case "/v1/decisions/{id}/reversal" -> """
                    {"reason": "It is a parody."}""";
            case "/v1/decisions/{id}/return" -> """
                    {"reason": "Too wide."}""";
            case "/v1/orders/{id}/answer" -> """
                    {"results": [{"locatorId": "%s", "result": "NOT_FOUND"}]}""".formatted(locator);
            case "/v1/orders/{id}/clarification" -> """
                    {"question": "Which part?"}""";
            case "/v1/orders/{id}/impossibility" -> """
                    {"ground": "MANIFEST_ERROR", "explanation": "There is no such video."}""";
            case "/v1/orders/{id}/reply" -> """
                    {"reply": "All of it."}""";
            case "/v1/orders/{id}/pause-consent" -> """
                    {"reason": "The question is new."}""";
            case "/v1/orders/{id}/service" -> """
                    {"route": "post", "proof": "RR-1", "servedAt": "2026-01-05T10:00:00Z"}""";
            case "/v1/orders/{id}/check" -> """
                    {"findings": [{"locatorId": "%s", "finding": "GONE"}]}""".formatted(locator);
            case "/v1/orders/answers" -> """
                    {"answers": [{}]}""";
            case "/v1/orders/{id}/messages" -> """
                    {"text": "Is a label enough?"}""";
            case "/v1/orders/{id}/withdrawal" -> """
                    {"reason": "It was satire."}""";
            case "/v1/orders/{id}/reinstatement" -> """
                    {"reinstatements": [{"locatorId": "%s", "reinstatedAt": "2026-01-05T10:00:00Z"}]}""".formatted(locator);
            case "/v1/orders/{id}/reappearance" -> """
                    {"locators": ["%s"], "note": "It can be played again."}""".formatted(locator);
            default -> "{}";
        };
    }

    private static String anIssuedLetter() {
        String letter = LadderFixture.aLetter();
        LadderFixture.issueUnanswered(letter).statusCode(200);
        return letter;
    }

    private static void dayEnds() {
        Arc.container().instance(TestClock.class).get().advance(Duration.ofDays(1));
        Arc.container().instance(MakeCheckpoint.class).get().make();
    }

    private static String aProposal() {
        return Desk.aProposal(Desk.anAssessedCase(aReport(), "fraud"), "DISMISS");
    }
}
