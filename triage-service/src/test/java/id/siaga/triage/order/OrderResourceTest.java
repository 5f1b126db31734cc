// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
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
import id.siaga.messaging.Uuid7;
import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Orders through the API and from Kafka: from issue to the check of what was done. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class OrderResourceTest {

    @Test
    void fromReportToClosedCaseAndEverybodyLearnsIt() {
        // Given
        ReportFixture report = aReport();
        UUID caseId = Desk.anAssessedCase(report, "fraud");
        String order = Desk.approve(Desk.wulan(), Desk.aProposal(caseId, "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
        // When
        Desk.acknowledge("google", order).statusCode(200).body("status", equalTo("ACKNOWLEDGED"));
        Desk.answer("google", order, "REMOVED").statusCode(200).body("status", equalTo("ANSWERED"));
        Desk.check(order).statusCode(200).body("status", equalTo("CLOSED"));
        // Then
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("CLOSED"));
        assertEquals(
                List.of("LINKED", "IN_REVIEW", "ORDERED", "ANSWERED", "CLOSED"),
                Desk.events("triage.link.v1", "item.status-changed", report.reportId(), 5).stream()
                        .map(told -> told.get("status").asText())
                        .toList());
        JsonNode issued =
                Desk.events("triage.order.v1", "order.issued", order, 1).getFirst();
        assertEquals(order, issued.get("order").get("id").asText());
        Desk.events("triage.order.v1", "order.acknowledged", order, 1);
        assertEquals(
                "REMOVED",
                Desk.events("triage.order.v1", "order.answered", order, 1)
                        .getFirst()
                        .get("results")
                        .get(0)
                        .get("result")
                        .asText());
        Desk.events("triage.order.v1", "order.closed", order, 1);
        Desk.events("triage.case.v1", "case.closed", caseId, 1);
    }

    @Test
    void eventsOfAnOrderAreNumberedAndGoToItsPlatformOnly() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        // When
        List<Map<String, String>> headers = new KafkaTopic("triage.order.v1")
                .await(3, message -> order.equals(KafkaTopic.headers(message).get("ce_subject"))).stream()
                        .map(KafkaTopic::headers)
                        .toList();
        // Then
        assertEquals(
                List.of("1", "2", "3"),
                headers.stream().map(h -> h.get("ce_sequence")).toList());
        headers.forEach(h -> assertEquals("google", h.get("ce_audience")));
    }

    @Test
    void anotherPlatformsOrderIsNotThere() {
        String order = Desk.anOrder(aReport());
        Desk.platform("tiktok").get("/v1/orders/{id}", order).then().statusCode(404);
        Desk.acknowledge("tiktok", order).statusCode(404);
        Desk.answer("tiktok", order, "REMOVED").statusCode(404);
        Desk.platform("tiktok")
                .get("/v1/orders")
                .then()
                .statusCode(200)
                .body("orders.party", everyItem(equalTo("tiktok")), "orders.id", not(hasItem(order)));
        Desk.platform("google").get("/v1/orders").then().body("orders.id", hasItem(order));
    }

    @Test
    void aPlatformReadsTheDeskAndNotItsPersons() {
        String order = Desk.anOrder(aReport());
        Desk.platform("google").get("/v1/orders/{id}", order).then().body("history.by", contains("desk"));
        Desk.ratna().get("/v1/orders/{id}", order).then().body("history.by", contains("bssn/yusuf"));
    }

    @Test
    void anAnswerStraightFromIssuedImpliesTheAcknowledgement() {
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "GEO_RESTRICTED")
                .statusCode(200)
                .body(
                        "status", equalTo("ANSWERED"),
                        "acknowledgedAt", notNullValue(),
                        "receivedAt", notNullValue(),
                        "actBy", notNullValue(),
                        "history.status", contains("ISSUED", "ACKNOWLEDGED", "ANSWERED"));
    }

    @Test
    void theSameAnswerAgainChangesNothingAndAnotherOneIs409() {
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.acknowledge("google", order).statusCode(200).body("status", equalTo("ANSWERED"));
        Desk.answer("google", order, "LABELLED")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:result-differs"));
        Desk.check(order).statusCode(200);
        Desk.answer("google", order, "REMOVED").statusCode(200).body("status", equalTo("CLOSED"));
        Desk.ratna().get("/v1/orders/{id}", order).then().body("history", hasSize(4));
    }

    @Test
    void anAnswerThatContradictsItselfIs400AtItsPlaces() {
        String order = Desk.anOrder(aReport());
        Desk.platform("google")
                .body("""
                        {"results": [
                          {"locatorId": "%1$s", "result": "REFUSED"},
                          {"locatorId": "%1$s", "result": "REMOVED", "refusalGround": "LAWFUL"}]}""".formatted(Desk.locator(order)))
                .post("/v1/orders/{id}/answer", order)
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/results/0/refusalGround",
                                "/results/1/locatorId",
                                "/results/1/refusalGround",
                                "/results/1/actedAt"));
        Desk.platform("google")
                .body("""
                        {"results": [{"locatorId": "%s", "result": "NOT_FOUND"}]}""".formatted(UUID.randomUUID()))
                .post("/v1/orders/{id}/answer", order)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/results/0/locatorId"));
    }

    @Test
    void answersAndChecksOfSeveralLocatorsAddUp() {
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
        List<String> locators = Desk.ratna().get("/v1/orders/{id}", order).path("locators.id");
        // When
        locators.forEach(locator -> {
            Desk.ratna().get("/v1/orders/{id}", order).then().body("status", not(equalTo("ANSWERED")));
            Desk.platform("google")
                    .body("""
                            {"results": [{"locatorId": "%s", "result": "REFUSED",
                                          "refusalGround": "LAWFUL"}]}""".formatted(locator))
                    .post("/v1/orders/{id}/answer", order)
                    .then()
                    .statusCode(200);
        });
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body(
                        "status", equalTo("ANSWERED"),
                        "history.status", contains("ISSUED", "ACKNOWLEDGED", "ANSWERED"),
                        "locators", hasSize(2));
        Desk.check(order).statusCode(200).body("status", equalTo("ANSWERED"));
        Desk.ratna()
                .body("""
                        {"findings": [{"locatorId": "%s", "finding": "REFUSAL_ACCEPTED"}]}""".formatted(locators.get(1)))
                .post("/v1/orders/{id}/check", order)
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
    }

    @Test
    void aCheckBeforeTheAnswerIs409NamingWhatIsAllowed() {
        String order = Desk.anOrder(aReport());
        Desk.check(order)
                .statusCode(409)
                .body(
                        "type", equalTo("urn:siaga:problem:illegal-transition"),
                        "state", equalTo("ISSUED"),
                        "allowed",
                                contains(
                                        "DELIVERED",
                                        "ACKNOWLEDGED",
                                        "CLARIFICATION_REQUESTED",
                                        "IMPOSSIBLE",
                                        "ANSWERED",
                                        "WITHDRAWN"));
    }

    @Test
    void oneOrderPerPlatformNamesOnlyItsOwn() {
        // Given
        ReportFixture onX = aReport().about("x", "post", ReportFixture.aVideo());
        // When
        String order = Desk.anOrder(onX);
        // Then
        Desk.platform("x").get("/v1/orders/{id}", order).then().body("platform", equalTo("x"), "party", equalTo("x"));
        Desk.platform("x")
                .queryParam("status", "CLOSED")
                .get("/v1/orders")
                .then()
                .body("orders.id", not(hasItem(order)));
    }

    @Test
    void serviceByAnotherChannelProvesReceiptAtItsTime() {
        // Given
        String order = Desk.anOrder(aReport().about("x", "post", ReportFixture.aVideo()));
        Instant issued =
                Instant.parse(Desk.ratna().get("/v1/orders/{id}", order).path("issuedAt"));
        // When
        Desk.acknowledge("x", order).statusCode(200);
        serve(order, issued.plusMillis(1));
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body(
                        "status", equalTo("ACKNOWLEDGED"),
                        "receivedAt", equalTo(issued.plusMillis(1).toString()),
                        "actBy",
                                equalTo(issued.plusMillis(1)
                                        .plus(Duration.ofDays(1))
                                        .toString()));
    }

    private static void serve(String order, Instant at) {
        Desk.ratna()
                .body("""
                        {"route": "registered post", "proof": "RR-1", "servedAt": "%s"}""".formatted(at))
                .post("/v1/orders/{id}/service", order)
                .then()
                .statusCode(200);
    }

    @Test
    void aDeliveryToTheEndpointDeliversButProvesReceiptOnlyWhereAgreed() {
        // Given
        String order = Desk.anOrder(aReport());
        // When
        DeliveryFixture.delivered(order, "google", "order.issued");
        // Then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> Desk.platform("google")
                .get("/v1/orders/{id}", order)
                .then()
                .body("status", equalTo("DELIVERED"), "receivedAt", nullValue()));
        assertEquals(
                List.of("STOPPED"),
                Desk.query("select state from clock where order_id = ?::uuid and kind = 'SERVICE'", order));
    }

    @Test
    void anOrderThatItsPlatformPulledAndCommittedIsReceivedWhateverWasAgreed() {
        // Given
        String order = Desk.anOrder(aReport());
        Instant issued =
                Instant.parse(Desk.ratna().get("/v1/orders/{id}", order).path("issuedAt"));
        // When
        DeliveryFixture.committed(order, "google", "order.issued", issued.plusMillis(7));
        DeliveryFixture.committed(order, "google", "order.issued", issued.plusMillis(9));
        // Then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> Desk.platform("google")
                .get("/v1/orders/{id}", order)
                .then()
                .body(
                        "status",
                        equalTo("DELIVERED"),
                        "receivedAt",
                        equalTo(issued.plusMillis(7).toString()),
                        "actBy",
                        notNullValue()));
        assertEquals(
                List.of("STOPPED"),
                Desk.query("select state from clock where order_id = ?::uuid and kind = 'SERVICE'", order));
    }

    @Test
    void aLateDeliveryChangesNothing() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        String later = Desk.anOrder(aReport());
        // When
        DeliveryFixture.delivered(order, "google", "order.issued");
        DeliveryFixture.delivered(later, "google", "order.issued");
        // Then
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> Desk.ratna().get("/v1/orders/{id}", later).then().body("status", equalTo("DELIVERED")));
        Desk.ratna().get("/v1/orders/{id}", order).then().body("status", equalTo("ANSWERED"));
    }

    @Test
    void aDeliveryOfWhatWeNeverIssuedIsADeadLetter() {
        String unknown = Uuid7.next(Clock.systemUTC()).toString();
        DeliveryFixture.delivered(unknown, "google", "order.issued");
        new KafkaTopic("triage-service.deliveries-in.dlq")
                .await(1, message -> unknown.equals(KafkaTopic.headers(message).get("ce_subject")));
    }

    @Test
    void theDatabaseToleratesNoSecondOpenOrderAboutTheSame() {
        String order = Desk.anOrder(aReport());
        Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query("""
                        insert into order_locator
                            (id, order_id, number, content_id, content_key, url, platform, instrument, open)
                        select gen_random_uuid(), order_id, 7, content_id, content_key, url, platform, instrument, true
                        from order_locator where order_id = ?::uuid returning id""", order));
        assertTrue(String.valueOf(refused.getMessage()).contains("order_locator_one_open"));
    }

    @Test
    void theHistoryIsNotRewritten() {
        String order = Desk.anOrder(aReport());
        for (String crime : List.of(
                "update order_transition set why = 'x' where order_id = ?::uuid returning who",
                "delete from order_transition where order_id = ?::uuid returning who")) {
            Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime, order));
            assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"));
        }
    }
}
