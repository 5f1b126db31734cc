// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import static id.siaga.triage.ReportFixture.aReport;
import static id.siaga.triage.escalation.LadderFixture.aFine;
import static id.siaga.triage.escalation.LadderFixture.anOrder;
import static id.siaga.triage.escalation.LadderFixture.drafts;
import static id.siaga.triage.escalation.LadderFixture.issue;
import static id.siaga.triage.escalation.LadderFixture.issueUnanswered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows when a platform does not act, step by step. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class LadderTest {

    private static final Duration A_DAY = Duration.ofHours(25);

    @Inject
    TestClock time;

    @Test
    void aNoticeIsRemindedOfOnceAndPressedForByNoLetter() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        // When
        pass(A_DAY);
        // Then
        assertEquals(
                "REMINDER",
                Desk.events("triage.order.v1", "order.escalated", order, 1)
                        .getFirst()
                        .get("step")
                        .asText());
        assertEquals(List.of(), drafts(order));
    }

    private void pass(Duration length) {
        LadderFixture.pass(time, length);
    }

    @Test
    void eachLetterIsDraftedWhenThePlatformHasHadTheTimeOfTheOneBefore() {
        // Given
        String order = late();
        String first = drafts(order).getFirst();
        assertEquals(List.of("1"), Desk.query("""
                        select count(*) from task where order_id = ?::uuid and kind = 'ISSUE_LETTER'
                          and done_at is null""", order));
        pass(A_DAY);
        assertEquals(List.of(first), drafts(order), "a warning that nobody has sent is followed by none");
        // When
        issue(first, "We are looking into it.")
                .statusCode(200)
                .body("status", equalTo("ISSUED"), "number", equalTo(1), "deadline", notNullValue());
        for (int letter = 2; letter <= 4; letter++) {
            pass(A_DAY);
            issueUnanswered(drafts(order).getFirst()).statusCode(200).body("number", equalTo(letter));
        }
        pass(A_DAY);
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}/letters", order)
                .then()
                .body("letters.step", contains("LETTER_1", "LETTER_2", "LETTER_3", "REGULATOR_REFERRAL"));
        Desk.platform("google")
                .get("/v1/orders/{id}/letters", order)
                .then()
                .body("letters.step", contains("LETTER_1", "LETTER_2", "LETTER_3"))
                .body("letters.endedBy", contains("desk", "desk", "desk"));
        Desk.events("triage.order.v1", "letter.issued", order, 4);
        assertThrows(
                IllegalStateException.class,
                () -> Desk.query("delete from letter where order_id = ?::uuid returning id", order));
    }

    /** An order past its legal due. */
    private String late() {
        String order = anOrder(aReport(), "pornography");
        Desk.acknowledge("google", order).statusCode(200);
        pass(A_DAY);
        return order;
    }

    @Test
    void aLetterIsIssuedOnceByAnApproverWhoHasHeardThePlatform() {
        // Given
        String order = late();
        String letter = drafts(order).getFirst();
        // Then
        Desk.wulan().body("{}").post("/v1/letters/{id}/issue", letter).then().statusCode(400);
        Desk.ratna()
                .body("{\"noneGiven\": true}")
                .post("/v1/letters/{id}/issue", letter)
                .then()
                .statusCode(403);
        Desk.platform("google").get("/v1/letters/{id}", letter).then().statusCode(404);
        issueUnanswered(letter).statusCode(200);
        issueUnanswered(letter).statusCode(409).body("allowed", hasSize(0));
        Desk.platform("google").get("/v1/letters/{id}", letter).then().statusCode(200);
        Desk.platform("meta").get("/v1/letters/{id}", letter).then().statusCode(404);
    }

    @Test
    void aLetterReadsInBothLanguagesAndNothingInItIsMarkup() {
        // Given
        String letter = drafts(late()).getFirst();
        // When
        issue(letter, "<script>alert('x')</script>").statusCode(200);
        // Then
        Desk.platform("google")
                .get("/v1/letters/{id}/html?language=EN", letter)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(
                        containsString("First warning letter"),
                        containsString("Permenkominfo 5/2020, 9(3)"),
                        containsString("&lt;script&gt;"),
                        not(containsString("<script>")));
        Desk.ratna()
                .get("/v1/letters/{id}/html", letter)
                .then()
                .statusCode(200)
                .body(containsString("Surat teguran pertama"));
    }

    @Test
    void whoWaitsForTheDeskIsNotWarned() {
        // Given
        String order = late();
        String letter = drafts(order).getFirst();
        // When
        Desk.clarify("google", order, "Which part?").statusCode(200);
        // Then
        issueUnanswered(letter).statusCode(409).body("state", equalTo("CLARIFICATION_REQUESTED"));
        Desk.reply(order, "All of it.").statusCode(200);
        issueUnanswered(letter).statusCode(200);
    }

    @Test
    void noLetterIsIssuedBeforeARefusalIsWeighedNorAsIfNoReasonsHadBeenGiven() {
        // Given an order about two contents, one of which the platform refuses
        UUID caseId = Desk.aCase(aReport());
        Desk.merge(caseId, Desk.aCase(aReport())).statusCode(200);
        Desk.aCompetence("Permenkominfo 5/2020", "9(3)", "pornography");
        Desk.assess(caseId, "pornography").statusCode(200);
        String order = Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "ORDER"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
        Desk.platform("google")
                .body("""
                {"results": [{"locatorId": "%s", "result": "REFUSED", "refusalGround": "LAWFUL"}]}""".formatted(Desk.locator(order)))
                .post("/v1/orders/{id}/answer", order)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACKNOWLEDGED"));
        // When
        pass(A_DAY);
        // Then
        String letter = drafts(order).getFirst();
        issue(letter, "It is lawful, they say.").statusCode(409).body("type", endsWith("refusal-not-weighed"));
        String task = Desk.query("select id from task where order_id = ?::uuid and kind = 'WEIGH_REFUSAL'", order)
                .getFirst();
        Desk.ratna()
                .body("{\"note\": \"The ruling says otherwise.\"}")
                .post("/v1/tasks/{id}/done", task)
                .then()
                .statusCode(200);
        issueUnanswered(letter).statusCode(400).body("errors[0].pointer", equalTo("/reasonsOfPlatform"));
        issue(letter, "It is lawful, they say.").statusCode(200);
    }

    @Test
    void aReferralIsRemindedOfWhenItsTargetIsMissedAndPressedForByNothing() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        String proposal = Desk.propose(Desk.ratna(), caseId, "REFERRAL", "\"terms\": \"Scams and fraud, section 3\"")
                .statusCode(201)
                .extract()
                .path("id");
        String order =
                Desk.approve(Desk.yusuf(), proposal).statusCode(200).extract().path("orders[0]");
        Desk.acknowledge("google", order).statusCode(200);
        // When
        for (int day = 0; day < 5; day++) {
            pass(A_DAY);
        }
        // Then
        assertEquals(List.of("REMINDER"), steps(order));
        assertEquals(List.of(), drafts(order));
        assertEquals(
                List.of(), Desk.query("select kind from clock where order_id = ?::uuid and state = 'RUNNING'", order));
    }

    @Test
    void aNoticeIsRemindedOfAndThenNothing() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        // When
        for (int day = 0; day < 5; day++) {
            pass(A_DAY);
        }
        // Then
        assertEquals(List.of("REMINDER"), steps(order));
        assertEquals(List.of(), drafts(order));
        assertEquals(
                List.of(), Desk.query("select kind from clock where order_id = ?::uuid and state = 'RUNNING'", order));
    }

    /** What the record says of steps up the ladder; letters that were drafted among them. */
    private static List<String> steps(String order) {
        return Desk.query("""
                select convert_from(r.body, 'UTF8')::jsonb ->> 'step' from record r
                join orders o on o.case_id = r.case_id
                where o.id = ?::uuid and act in ('order-escalated', 'letter-drafted') order by r.seq""", order);
    }

    @Test
    void whatWasDoneLateStopsLettersAboutItAndNotWhatWasImposed() {
        // Given
        String order = late();
        String first = drafts(order).getFirst();
        String fine = aFine(order, first, time.instant().plus(Duration.ofDays(7)));
        issueUnanswered(first).statusCode(200);
        pass(A_DAY);
        String second = drafts(order).getFirst();
        String notYetOwed = aFine(order, second, time.instant().plus(Duration.ofDays(7)));
        // When
        Desk.answer("google", order, "REMOVED").statusCode(200);
        // Then
        pass(A_DAY);
        assertEquals(List.of(), drafts(order));
        Desk.ratna()
                .get("/v1/letters/{id}", second)
                .then()
                .body("status", equalTo("DISCARDED"), "discardedBecause", equalTo("The platform has answered."));
        Desk.ratna().get("/v1/obligations/{id}", fine).then().body("status", equalTo("OPEN"));
        Desk.ratna().get("/v1/obligations/{id}", notYetOwed).then().body("status", equalTo("WAIVED"));
        // And it is pressed for, until it is settled
        Desk.ratna().post("/v1/obligations/{id}/letters", fine).then().statusCode(201);
        issueUnanswered(drafts(order).getFirst()).statusCode(200).body("number", equalTo(2));
        Desk.wulan()
                .body("{\"status\": \"PAID\", \"reason\": \"Received.\"}")
                .post("/v1/obligations/{id}/settlement", fine)
                .then()
                .statusCode(200)
                .body("status", equalTo("PAID"));
        Desk.ratna().post("/v1/obligations/{id}/letters", fine).then().statusCode(409);
        Desk.ratna()
                .get("/v1/orders/{id}/obligations", order)
                .then()
                .body("obligations.status", contains("PAID", "WAIVED"));
    }

    @Test
    void aFineIsImposedWithALetterThatIsStillADraftOfTheOrder() {
        // Given
        String order = late();
        String letter = drafts(order).getFirst();
        // Then
        LadderFixture.fine(Desk.anOrder(aReport()), letter, time.instant().plus(A_DAY))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/letterId"));
        LadderFixture.fine(order, letter, time.instant().minus(A_DAY))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/dueAt"));
        Desk.wulan()
                .body("{\"reason\": \"They called.\"}")
                .post("/v1/letters/{id}/discard", letter)
                .then()
                .statusCode(200);
        LadderFixture.fine(order, letter, time.instant().plus(A_DAY)).statusCode(409);
    }
}
