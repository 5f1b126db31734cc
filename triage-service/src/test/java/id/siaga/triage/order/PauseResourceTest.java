// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that wait for the desk, and how they go on. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class PauseResourceTest {

    @Test
    void aQuestionImpliesTheAcknowledgementAndTheReceipt() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        // When
        Desk.clarify("google", order, "Which part?")
                .statusCode(200)
                .body(
                        "status", equalTo("CLARIFICATION_REQUESTED"),
                        "acknowledgedAt", notNullValue(),
                        "receivedAt", notNullValue(),
                        "actBy", notNullValue(),
                        "history.status", contains("ISSUED", "ACKNOWLEDGED", "CLARIFICATION_REQUESTED"),
                        "history[2].why", equalTo("Which part?"),
                        "waits.kind", contains("CLARIFICATION"),
                        "waits.text", contains("Which part?"),
                        "waits[0].ground", nullValue(),
                        "waits[0].askedAt", notNullValue(),
                        "waits[0].replyBy", notNullValue(),
                        "waits[0].reply", nullValue(),
                        "pausesLeft", equalTo(1));
        // Then
        for (var reader : List.of(Desk.platform("google"), Desk.ratna())) {
            reader.queryParam("status", "CLARIFICATION_REQUESTED")
                    .get("/v1/orders")
                    .then()
                    .statusCode(200)
                    .body("orders.id", hasItem(order), "orders.status", everyItem(equalTo("CLARIFICATION_REQUESTED")));
        }
        assertEquals(
                List.of("ORDERED"), Desk.query("select progress from case_file where id = ?", Desk.caseOf(report)));
    }

    @Test
    void theReplyLeadsBackAndNamesNoPersonToThePlatform() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        Desk.impossible("google", order, "FORCE_MAJEURE")
                .statusCode(200)
                .body("status", equalTo("IMPOSSIBLE"), "waits.ground", contains("FORCE_MAJEURE"));
        // When
        Desk.reply(order, "We can wait until noon.")
                .statusCode(200)
                .body("status", equalTo("ACKNOWLEDGED"), "history[3].by", equalTo("posko/ratna"));
        // Then
        Desk.platform("google")
                .get("/v1/orders/{id}", order)
                .then()
                .body(
                        "status", equalTo("ACKNOWLEDGED"),
                        "history.status", contains("ISSUED", "ACKNOWLEDGED", "IMPOSSIBLE", "ACKNOWLEDGED"),
                        "history.by", contains("desk", "google/service-google", "google/service-google", "desk"),
                        "waits.reply", contains("We can wait until noon."),
                        "waits[0].repliedAt", notNullValue());
    }

    @Test
    void thePlatformIsToldOfEachStepOnceAndInOrder() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.clarify("google", order, "Which part?").statusCode(200);
        Desk.reply(order, "All of it.").statusCode(200);
        Desk.impossible("google", order, "MANIFEST_ERROR").statusCode(200);
        // When
        List<Map<String, String>> headers = new KafkaTopic("triage.order.v1")
                .await(5, message -> order.equals(KafkaTopic.headers(message).get("ce_subject"))).stream()
                        .map(KafkaTopic::headers)
                        .toList();
        // Then
        assertEquals(
                List.of(
                        "1 id.siaga.order.issued.v1",
                        "2 id.siaga.order.acknowledged.v1",
                        "3 id.siaga.order.clarification-requested.v1",
                        "4 id.siaga.order.clarified.v1",
                        "5 id.siaga.order.impossible.v1"),
                headers.stream()
                        .map(h -> h.get("ce_sequence") + " " + h.get("ce_type"))
                        .toList());
        headers.forEach(h -> assertEquals("google", h.get("ce_audience")));
        assertEquals("Which part?", told("clarification-requested", order, "question"));
        assertEquals("All of it.", told("clarified", order, "reply"));
        assertEquals("MANIFEST_ERROR", told("impossible", order, "ground"));
    }

    private static String told(String type, String order, String member) {
        JsonNode data =
                Desk.events("triage.order.v1", "order." + type, order, 1).getFirst();
        return data.get(member).asText();
    }

    @Test
    void theSameAgainChangesNothingAndAnythingElseIs409() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.clarify("google", order, "Which part?").statusCode(200);
        // When
        Desk.clarify("google", order, "Which part?").statusCode(200);
        Desk.acknowledge("google", order).statusCode(200).body("status", equalTo("CLARIFICATION_REQUESTED"));
        // Then
        for (var other : List.of(
                Desk.clarify("google", order, "And where?"), Desk.impossible("google", order, "MANIFEST_ERROR"))) {
            other.statusCode(409)
                    .body(
                            "type", equalTo("urn:siaga:problem:illegal-transition"),
                            "state", equalTo("CLARIFICATION_REQUESTED"),
                            "allowed", contains("ACKNOWLEDGED", "ANSWERED", "WITHDRAWN"));
        }
        Desk.reply(order, "All of it.").statusCode(200);
        Desk.reply(order, "All of it.").statusCode(200);
        Desk.reply(order, "Or not.")
                .statusCode(409)
                .body(
                        "state", equalTo("ACKNOWLEDGED"),
                        "allowed", contains("CLARIFICATION_REQUESTED", "IMPOSSIBLE", "ANSWERED", "WITHDRAWN"));
        Desk.ratna().get("/v1/orders/{id}", order).then().body("history", hasSize(4), "waits", hasSize(1));
    }

    @Test
    void anAnsweredOrderWaitsForNothing() {
        String order = Desk.anOrder(aReport());
        Desk.reply(order, "Nobody asked.").statusCode(409);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.clarify("google", order, "Which part?")
                .statusCode(409)
                .body("allowed", contains("CLOSED", "WITHDRAWN", "REAPPEARED"));
        Desk.consent(order).statusCode(409);
    }

    @Test
    void anAnswerWhileWaitingEndsTheWait() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.clarify("google", order, "Which part?").statusCode(200);
        // When
        Desk.answer("google", order, "REMOVED")
                .statusCode(200)
                .body(
                        "status", equalTo("ANSWERED"),
                        "history.status", contains("ISSUED", "ACKNOWLEDGED", "CLARIFICATION_REQUESTED", "ANSWERED"),
                        "waits[0].reply", nullValue());
        // Then
        Desk.reply(order, "All of it.").statusCode(409).body("state", equalTo("ANSWERED"));
        assertEquals(List.of("STOPPED"), states(order));
        Desk.check(order).statusCode(200).body("status", equalTo("CLOSED"));
    }

    private static List<String> states(String order) {
        return Desk.query("select distinct state from clock where order_id = ?::uuid", order);
    }

    @Test
    void anAnswerToAPartIsTakenAndTheRestWaits() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        Desk.query("""
                insert into content (id, key, key_digest, case_id, platform, kind, rule_version, url,
                                     first_reported_at, last_reported_at)
                select gen_random_uuid(), c.key || '2', sha256((c.key || '2')::bytea), c.case_id, c.platform, c.kind, 1,
                       c.url || '2', now(), now()
                from content c where c.case_id = ? returning id""", caseId);
        String order = Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE"))
                .extract()
                .path("orders[0]");
        Desk.clarify("google", order, "Which part of the second?").statusCode(200);
        // When
        Desk.answer("google", order, "REMOVED").statusCode(200);
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body(
                        "status", equalTo("CLARIFICATION_REQUESTED"),
                        "locators[0].result.result", equalTo("REMOVED"),
                        "locators[1].result", nullValue());
    }

    @Test
    void aThirdWaitNeedsAnOfficersConsent() {
        // Given
        String order = Desk.anOrder(aReport());
        for (String question : List.of("Which part?", "Which channel?")) {
            Desk.clarify("google", order, question).statusCode(200);
            Desk.reply(order, "All.").statusCode(200);
        }
        Desk.impossible("google", order, "FORCE_MAJEURE")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:pause-needs-consent"));
        // When
        Desk.consent(order).statusCode(200).body("pausesLeft", equalTo(1));
        Desk.consent(order).statusCode(200).body("pausesLeft", equalTo(1));
        // Then
        Desk.impossible("google", order, "FORCE_MAJEURE").statusCode(200).body("pausesLeft", equalTo(0));
        Desk.reply(order, "It is over.").statusCode(200).body("waits", hasSize(3));
        Desk.clarify("google", order, "Which part?").statusCode(409);
        assertEquals(
                List.of(
                        "order-clarification-requested",
                        "order-acknowledged",
                        "order-clarification-requested",
                        "order-acknowledged",
                        "order-pause-consented",
                        "order-impossible",
                        "order-acknowledged"),
                Desk.query("""
                        select act from record r join orders o on o.case_id = r.case_id
                        where o.id = ?::uuid and act like 'order-%' order by seq offset 2""", order));
    }

    @ParameterizedTest
    @CsvSource({
        "clarification, {}, /question",
        "clarification, {`question`: ` `}, /question",
        "impossibility, {`ground`: `FORCE_MAJEURE`}, /explanation",
        "impossibility, {`explanation`: `x`}, /ground",
        "impossibility, {`ground`: `BORED`; `explanation`: `x`}, /ground"
    })
    void whatSaysNothingIs400(String what, String body, String pointer) {
        Desk.platform("google")
                .body(body.replace('`', '"').replace(';', ','))
                .post("/v1/orders/{id}/{what}", UUID.randomUUID(), what)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void anotherPlatformsOrderIsNotThere() {
        String order = Desk.anOrder(aReport());
        Desk.clarify("tiktok", order, "Which part?").statusCode(404);
        Desk.impossible("tiktok", order, "MANIFEST_ERROR").statusCode(404);
        Desk.platform("google").get("/v1/orders/{id}", order).then().body("status", equalTo("ISSUED"));
    }

    @Test
    void whatAPlatformSaidAndAnOfficerGaveIsNotRewritten() {
        for (String crime : List.of(
                "update order_wait set text = 'x' returning text",
                "delete from order_wait returning text",
                "update pause_consent set reason = 'x' returning reason",
                "delete from pause_consent returning reason",
                "delete from clock_pause returning ending")) {
            Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime));
            assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"), crime);
        }
    }

    @Test
    void aReplyAndAnAnswerAtOnceEndTheWaitOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            // Given
            String order = Desk.anOrder(aReport());
            Desk.clarify("google", order, "Which part?").statusCode(200);
            Desk.locator(order);
            CyclicBarrier start = new CyclicBarrier(2);
            // When
            int replied;
            int answered;
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                Future<Integer> reply = two.submit(() -> {
                    start.await();
                    return Desk.reply(order, "All of it.").extract().statusCode();
                });
                Future<Integer> answer = two.submit(() -> {
                    start.await();
                    return Desk.answer("google", order, "REMOVED").extract().statusCode();
                });
                replied = reply.get();
                answered = answer.get();
            }
            // Then
            assertEquals(200, answered);
            assertTrue(replied == 200 || replied == 409, "reply: " + replied);
            Desk.ratna()
                    .get("/v1/orders/{id}", order)
                    .then()
                    .body(
                            "status", equalTo("ANSWERED"),
                            "history", hasSize(replied == 200 ? 5 : 4),
                            "waits[0].reply", replied == 200 ? equalTo("All of it.") : nullValue(),
                            "waits", not(hasSize(0)));
            assertEquals(List.of("STOPPED"), states(order));
            assertEquals(List.of("2"), Desk.query("""
                            select count(*) from clock_pause p join clock c on c.id = p.clock_id
                            where c.order_id = ?::uuid and p.ended_at is not null""", order));
        }
    }
}
