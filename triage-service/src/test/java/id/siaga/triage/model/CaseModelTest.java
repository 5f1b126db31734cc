// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.model;

import static id.siaga.triage.ReportFixture.aReport;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.model.CaseModel.Command;
import id.siaga.triage.model.CaseModel.Person;
import id.siaga.triage.model.CaseModel.State;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random commands, right and wrong ones, of random people: the desk does what the model says, and what must hold holds. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CaseModelTest {

    private static final int COMMANDS = 24;
    private static final String LAW = "Law of the model";

    static List<Integer> seeds() {
        return IntStream.rangeClosed(1, 40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDeskDoesWhatTheModelSays(int seed) {
        // Given
        Desk.aCompetence(LAW, "9(3)", null);
        Random random = new Random(seed);
        ReportFixture report = aReport().category("threat-to-life");
        UUID id = Desk.aCase(report);
        CaseModel model = new CaseModel();
        List<String> story = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            Command command = any(List.of(Command.values()), random);
            Person by = any(List.of(Person.values()), random);
            story.add(by + " " + command);
            String told = "seed " + seed + ": " + story;
            // When
            Optional<Boolean> expected = model.take(command, by);
            int status = send(id, command, by);
            // Then
            assertTrue(status < 500, told);
            expected.ifPresent(taken -> assertEquals(taken, status < 300, told + " was answered " + status));
            assertEquals(model.state(), state(id), told);
            whatMustHoldHolds(id, told);
        }
        assertEquals(
                List.of(id.toString()),
                Desk.query("select case_id from reported_item where item_id = ?::uuid", report.itemId()),
                "no report is lost");
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Whatever the model thinks. */
    private static void whatMustHoldHolds(UUID id, String told) {
        assertNone("""
                select id from decision where case_id = ? and status in ('APPROVED', 'REVERSED')
                  and (approved_by is null or approved_by = proposed_by)""", id, told + ": approved alone");
        assertNone("""
                select c.id from case_file c join decision d on d.case_id = c.id
                where c.id = ? and c.status = 'CLOSED' and d.status = 'PROPOSED' and d.overridden_at is not null""", id, told + ": closed with an open review");
        assertNone("""
                select o.id from orders o join decision d on d.id = o.decision_id
                where o.case_id = ? and not (d.status in ('APPROVED', 'REVERSED') or d.overridden_at is not null)""", id, told + ": ordered without a decision");
        assertNone("""
                select o.id from orders o where o.case_id = ? and (
                    o.law_instrument is null or o.law_article is null or o.proportionality is null or o.redress is null
                    or cardinality(o.territorial_scope) = 0
                    or not exists (select from order_locator l where l.order_id = o.id)
                    or (o.instrument = 'ORDER' and not exists (
                        select from competence k where k.party = o.authority and k.instrument = o.law_instrument
                          and k.article = o.law_article and k.valid_from <= o.issued_at
                          and (k.valid_until is null or k.valid_until > o.issued_at))))""", id, told + ": ordered without basis, competence or locator");
        assertNone("""
                select o.platform from orders o join order_locator l on l.order_id = o.id
                where o.case_id = ? and l.open group by o.platform, o.instrument, l.content_id having count(*) > 1""", id, told + ": asked twice at once");
    }

    private static void assertNone(String query, UUID id, String told) {
        assertEquals(List.of(), Desk.query(query, id), told);
    }

    private static State state(UUID id) {
        return new State(
                Desk.query("select status from case_file where id = ?", id).getFirst(),
                last("select status from decision where case_id = ? order by proposed_at desc, id desc limit 1", id),
                last("select status from orders where case_id = ? order by issued_at desc, id desc limit 1", id));
    }

    private static @Nullable String last(String query, UUID id) {
        List<String> found = Desk.query(query, id);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static int send(UUID id, Command command, Person by) {
        String decision =
                last("select id from decision where case_id = ? order by proposed_at desc, id desc limit 1", id);
        String order = last("select id from orders where case_id = ? order by issued_at desc, id desc limit 1", id);
        String nobody = UUID.randomUUID().toString();
        String toDecision = decision == null ? nobody : decision;
        String toOrder = order == null ? nobody : order;
        Response answer =
                switch (command) {
                    case ASSESS -> officer(by).body("""
                                {"category": "threat-to-life", "severity": "CRITICAL", "finding": "He means it."}""").post("/v1/cases/{id}/assessment", id);
                    case PROPOSE_DISMISS -> propose(id, by, "DISMISS");
                    case PROPOSE_CLARIFY -> propose(id, by, "CLARIFY");
                    case PROPOSE_NOTICE -> propose(id, by, "NOTICE");
                    case PROPOSE_ORDER -> propose(id, by, "ORDER");
                    case OVERRIDE ->
                        approver(by)
                                .body("{\"decision\": " + decisionOf("ORDER")
                                        + ", \"emergency\": \"He names the hour.\"}")
                                .post("/v1/cases/{id}/overrides", id);
                    case APPROVE -> approver(by).body("{}").post("/v1/decisions/{id}/approval", toDecision);
                    case RETURN ->
                        approver(by).body(Map.of("reason", "Too wide.")).post("/v1/decisions/{id}/return", toDecision);
                    case REVERSE ->
                        approver(by).body(Map.of("reason", "Wrong.")).post("/v1/decisions/{id}/reversal", toDecision);
                    case ACKNOWLEDGE ->
                        Desk.platform("google").body("{}").post("/v1/orders/{id}/acknowledgement", toOrder);
                    case ANSWER ->
                        Desk.platform("google")
                                .body("""
                                {"results": [{"locatorId": "%s", "result": "REMOVED", "actedAt": "2026-01-05T10:00:00Z"}]}""".formatted(locator(order)))
                                .post("/v1/orders/{id}/answer", toOrder);
                    case CHECK ->
                        officer(Person.RATNA)
                                .body("""
                                {"findings": [{"locatorId": "%s", "finding": "GONE"}]}""".formatted(locator(order)))
                                .post("/v1/orders/{id}/check", toOrder);
                    case WITHDRAW ->
                        approver(Person.SARI)
                                .body(Map.of("reason", "A mistake."))
                                .post("/v1/orders/{id}/withdrawal", toOrder);
                };
        assertNotNull(answer);
        return answer.statusCode();
    }

    private static String locator(@Nullable String order) {
        return order == null
                ? UUID.randomUUID().toString()
                : Desk.query("select id from order_locator where order_id = ?::uuid", order)
                        .getFirst();
    }

    private static Response propose(UUID id, Person by, String kind) {
        return (by == Person.RATNA ? officer(by) : approver(by))
                .body(decisionOf(kind))
                .post("/v1/cases/{id}/decisions", id);
    }

    private static String decisionOf(String kind) {
        String power = kind.equals("ORDER") ? Desk.AUTHORITY + ", " : "";
        return "{\"kind\": \"%s\", \"reasons\": \"It does harm.\", %s %s}"
                .formatted(kind, power, Desk.GROUNDS.replace("Permenkominfo 5/2020", LAW));
    }

    private static RequestSpecification officer(Person by) {
        return Desk.as(Tokens.forPerson("posko", by.name(), "officer"));
    }

    /** Ratna is an officer, and asks for what is an approver's all the same. */
    private static RequestSpecification approver(Person by) {
        return switch (by) {
            case RATNA -> officer(by);
            case WULAN -> Desk.as(Tokens.forPerson("posko", by.name(), "approver"));
            case YUSUF, SARI -> Desk.as(Tokens.forPerson("bssn", by.name(), "approver"));
        };
    }
}
