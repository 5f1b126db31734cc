// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.triage.platform.DirectoryFixture;
import id.siaga.triage.record.Actor;
import id.siaga.web.ServiceStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Orders that are taken back, and what is undone then. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class WithdrawalResourceTest {

    private static final String WHY = "The owner's objection was upheld.";
    private static final String UNDONE_AT = "2026-01-06T10:00:00.123456Z";

    @Inject
    WithdrawOrders withdrawals;

    @Inject
    TestClock time;

    @Test
    void whereNothingWasDoneItJustEndsAndTheCaseIsDecidedAnew() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        UUID caseId = Desk.caseOf(report);
        Desk.acknowledge("google", order).statusCode(200);
        // When
        Desk.withdraw(order, WHY)
                .statusCode(200)
                .body(
                        "status", equalTo("WITHDRAWN"),
                        "history.status", contains("ISSUED", "ACKNOWLEDGED", "WITHDRAWN"),
                        "withdrawal.reason", equalTo(WHY),
                        "withdrawal.reinstatements", empty());
        // Then
        assertEquals(List.of("STOPPED"), clocks(order, "state"));
        assertEquals(List.of("f"), Desk.query("select open from order_locator where order_id = ?::uuid", order));
        assertEquals(0, told(order, "order.withdrawn").get("reinstate").size());
        Desk.events("triage.case.v1", "case.reopened", caseId, 1);
        assertEquals(
                List.of("LINKED", "IN_REVIEW", "ORDERED", "IN_REVIEW"),
                Desk.events("triage.link.v1", "item.status-changed", report.reportId(), 4).stream()
                        .map(told -> told.get("status").asText())
                        .toList());
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("IN_REVIEW"));
        Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE")).body("orders", hasSize(1));
    }

    private static List<String> clocks(String order, String column) {
        return Desk.query("select distinct " + column + " from clock where order_id = ?::uuid order by 1", order);
    }

    private static JsonNode told(String order, String type) {
        return Desk.events("triage.order.v1", type, order, 1).getFirst();
    }

    @Test
    void whatWasDoneIsUndoneWithinItsOwnClock() {
        // Given
        ReportFixture report = aReport();
        String order = Desk.anOrder(report);
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.check(order).body("status", equalTo("CLOSED"));
        Desk.withdraw(order, WHY)
                .statusCode(200)
                .body(
                        "closedAt", notNullValue(),
                        "withdrawal.receivedAt", nullValue(),
                        "withdrawal.reinstateBy", nullValue(),
                        "withdrawal.reinstatements.locatorId", contains(Desk.locator(order)));
        assertEquals(
                Desk.locator(order),
                told(order, "order.withdrawn").get("reinstate").get(0).asText());
        assertEquals(List.of("SERVICE 1"), running(order));
        // When
        Map<String, String> received =
                Desk.acknowledge("google", order).statusCode(200).extract().path("withdrawal");
        assertEquals(List.of("REINSTATE 0"), running(order));
        Desk.reinstate("google", order, UNDONE_AT)
                .statusCode(200)
                .body(
                        "status", equalTo("REINSTATED"),
                        "withdrawal.reinstatements.reinstatedAt", contains(UNDONE_AT));
        // Then
        assertEquals(
                Duration.ofDays(2),
                Duration.between(
                        Instant.parse(received.get("receivedAt")), Instant.parse(received.get("reinstateBy"))));
        assertEquals(List.of(), running(order));
        assertEquals(
                UNDONE_AT,
                told(order, "order.reinstated")
                        .get("results")
                        .get(0)
                        .get("reinstatedAt")
                        .asText());
        assertEquals(
                List.of("order-withdrawn", "case-reopened", "locators-reinstated", "order-reinstated"),
                Desk.query("""
                        select act from record where case_id = ? and seq > (
                            select seq from record where case_id = ? and act = 'case-closed') order by seq""", Desk.caseOf(report), Desk.caseOf(report)));
    }

    private static List<String> running(String order) {
        return Desk.query(
                "select kind || ' ' || round from clock where order_id = ?::uuid and state = 'RUNNING'", order);
    }

    @Test
    void theSameAgainChangesNothingAndAnythingElseIs409() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.withdraw(order, WHY).statusCode(200);
        // When
        Desk.withdraw(order, WHY).statusCode(200).body("history", hasSize(4));
        // Then
        Desk.withdraw(order, "For another reason.")
                .statusCode(409)
                .body("state", equalTo("WITHDRAWN"), "allowed", contains("REINSTATED"));
        Desk.clarify("google", order, "Why?").statusCode(409);
        Desk.check(order).statusCode(409);
        Desk.reappear(order, "It is back.").statusCode(409);
        Desk.reinstate("google", order, UNDONE_AT).statusCode(200);
        Desk.reinstate("google", order, UNDONE_AT).statusCode(200).body("history", hasSize(5));
        Desk.withdraw(order, WHY).statusCode(200).body("status", equalTo("REINSTATED"));
        Desk.reinstate("google", order, "2026-01-07T10:00:00Z")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:result-differs"));
    }

    @Test
    void onlyWhatIsAskedBackIsReinstatedAndOnlyByItsPlatform() {
        String order = Desk.anOrder(aReport());
        Desk.reinstate("google", order, UNDONE_AT)
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:illegal-transition"));
        Desk.answer("google", order, "NOT_FOUND").statusCode(200);
        Desk.withdraw(order, WHY).statusCode(200).body("withdrawal.reinstatements", empty());
        Desk.reinstate("tiktok", order, UNDONE_AT).statusCode(404);
        Desk.reinstate("google", order, UNDONE_AT)
                .statusCode(400)
                .body("errors.pointer", contains("/reinstatements/0/locatorId"));
    }

    @Test
    void anAnswerThatCrossesTheWithdrawalIsToBeUndoneToo() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        Desk.withdraw(order, WHY).statusCode(200).body("withdrawal.reinstatements", empty());
        // When
        Desk.answer("google", order, "REMOVED")
                .statusCode(200)
                .body(
                        "status", equalTo("WITHDRAWN"),
                        "locators[0].result.result", equalTo("REMOVED"),
                        "withdrawal.reinstatements.locatorId", contains(Desk.locator(order)));
        Desk.answer("google", order, "REMOVED").statusCode(200);
        // Then
        assertEquals(
                List.of(0, 1),
                Desk.events("triage.order.v1", "order.withdrawn", order, 2).stream()
                        .map(told -> told.get("reinstate").size())
                        .toList());
        assertEquals(List.of("SERVICE 1"), running(order));
        Desk.reinstate("google", order, UNDONE_AT)
                .statusCode(200)
                .body("status", equalTo("REINSTATED"), "withdrawal.receivedAt", notNullValue());
    }

    @Test
    void anAnswerAndAWithdrawalAtOnceLeaveNothingRemoved() throws Exception {
        for (int round = 0; round < 6; round++) {
            // Given
            String order = Desk.anOrder(aReport());
            Desk.locator(order);
            CyclicBarrier start = new CyclicBarrier(2);
            // When
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                Future<Integer> withdrawn = two.submit(() -> {
                    start.await();
                    return Desk.withdraw(order, WHY).extract().statusCode();
                });
                Future<Integer> answered = two.submit(() -> {
                    start.await();
                    return Desk.answer("google", order, "REMOVED").extract().statusCode();
                });
                // Then
                assertEquals(200, withdrawn.get());
                assertEquals(200, answered.get());
            }
            Desk.ratna()
                    .get("/v1/orders/{id}", order)
                    .then()
                    .body("status", equalTo("WITHDRAWN"), "withdrawal.reinstatements", hasSize(1));
            assertEquals(List.of("SERVICE 1"), running(order));
        }
    }

    @Test
    void aDeliveryOfTheWithdrawalProvesItsReceiptOnlyWhereAgreed() {
        // Given
        DirectoryFixture.put(
                        "line",
                        DirectoryFixture.entry("line", true, "{\"kind\": \"WEBHOOK\"}", "")
                                .replace("ACKNOWLEDGEMENT", "ENDPOINT_2XX"),
                        "*")
                .statusCode(200);
        String agreed = aWithdrawnOrderOf("line");
        String other = aWithdrawnOrderOf("tiktok");
        // When
        DeliveryFixture.delivered(agreed, "line", "order.withdrawn");
        DeliveryFixture.delivered(other, "tiktok", "order.withdrawn");
        // Then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertEquals(List.of("REINSTATE 0"), running(agreed));
            assertEquals(List.of(), running(other));
        });
        Desk.ratna().get("/v1/orders/{id}", other).then().body("withdrawal.receivedAt", nullValue());
    }

    @Test
    void aWithdrawalThatWasPulledAndCommittedIsReceivedWhateverWasAgreed() {
        // Given
        String order = aWithdrawnOrderOf("tiktok");
        Instant withdrawn =
                Instant.parse(Desk.ratna().get("/v1/orders/{id}", order).path("withdrawal.withdrawnAt"));
        // When
        DeliveryFixture.committed(order, "tiktok", "order.withdrawn", withdrawn.plusMillis(7));
        // Then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertEquals(List.of("REINSTATE 0"), running(order)));
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body("withdrawal.receivedAt", equalTo(withdrawn.plusMillis(7).toString()));
    }

    private static String aWithdrawnOrderOf(String platform) {
        String order = Desk.anOrder(aReport().about(platform, "post", ReportFixture.aVideo()));
        Desk.answer(platform, order, "REMOVED").statusCode(200);
        Desk.withdraw(order, WHY).statusCode(200);
        return order;
    }

    @Test
    void aRecordedServiceProvesTheReceiptOfAWithdrawalUnlessItIsOlder() {
        // Given
        String order = aWithdrawnOrderOf("x");
        Instant withdrawn =
                Instant.parse(Desk.ratna().get("/v1/orders/{id}", order).path("withdrawal.withdrawnAt"));
        // When
        serve(order, withdrawn.minus(Duration.ofHours(1)))
                .statusCode(400)
                .body("errors.pointer", contains("/servedAt"));
        serve(order, withdrawn.plusMillis(7)).statusCode(200);
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .body("withdrawal.receivedAt", equalTo(withdrawn.plusMillis(7).toString()), "history", hasSize(4));
        assertEquals(List.of("REINSTATE 0"), running(order));
    }

    private static io.restassured.response.ValidatableResponse serve(String order, Instant at) {
        return Desk.ratna()
                .body(Map.of("route", "registered post", "proof", "RR-2", "servedAt", at.toString()))
                .post("/v1/orders/{id}/service", order)
                .then();
    }

    @Test
    void anOrderThatWaitedWaitsNoLonger() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.clarify("google", order, "Which part?").statusCode(200);
        // When
        Desk.withdraw(order, WHY).statusCode(200).body("waits[0].reply", nullValue());
        // Then
        assertEquals(List.of("STOPPED"), clocks(order, "state"));
        Desk.reply(order, "All of it.").statusCode(409).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void theCaseGoesOnWithTheOrdersThatStand() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        List<String> orders = twoOrders(caseId);
        Desk.answer("google", orderOf("google", orders), "REMOVED").statusCode(200);
        // When
        Desk.withdraw(orderOf("tiktok", orders), WHY).statusCode(200);
        // Then
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("DECIDED"));
        assertEquals(List.of("ANSWERED"), Desk.query("select progress from case_file where id = ?", caseId));
        Desk.check(orderOf("google", orders)).statusCode(200);
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("CLOSED"));
    }

    /** One to Google and one to TikTok. */
    private static List<String> twoOrders(UUID caseId) {
        Desk.query("""
                insert into content (id, key, key_digest, case_id, platform, kind, rule_version, url,
                                     first_reported_at, last_reported_at)
                select gen_random_uuid(), c.key || '2', sha256((c.key || '2')::bytea), c.case_id, 'tiktok', c.kind, 1,
                       c.url || '2', now(), now()
                from content c where c.case_id = ? returning id""", caseId);
        return Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders");
    }

    private static String orderOf(String party, List<String> orders) {
        return Desk.query(
                        "select id from orders where party = ? and id::text = any (string_to_array(?, ','))",
                        party,
                        String.join(",", orders))
                .getFirst();
    }

    @Test
    void allOrdersOfADecisionAreWithdrawnInTheTransactionOfTheReason() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        List<String> orders = twoOrders(caseId);
        Desk.answer("google", orderOf("google", orders), "REMOVED").statusCode(200);
        UUID decision = UUID.fromString(Desk.query("select decision_id from orders where case_id = ?", caseId)
                .getFirst());
        Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
        // When
        for (int again = 0; again < 2; again++) {
            QuarkusTransaction.requiringNew().run(() -> withdrawals.withdrawAllOf(decision, WHY, Actor.SIAGA, now));
        }
        // Then
        assertEquals(
                List.of("WITHDRAWN", "WITHDRAWN"), Desk.query("select status from orders where case_id = ?", caseId));
        assertEquals(List.of("1"), Desk.query("""
                        select count(*) from locator_reinstatement r join orders o on o.id = r.order_id
                        where o.case_id = ?""", caseId));
        Desk.ratna().get("/v1/cases/{id}", caseId).then().body("status", equalTo("IN_REVIEW"));
        Desk.events("triage.case.v1", "case.reopened", caseId, 1);
    }

    @Test
    void whatWasWithdrawnAndUndoneIsNotRewritten() {
        for (String crime : List.of(
                "update order_withdrawal set reason = 'x' returning reason",
                "delete from order_withdrawal returning reason",
                "update locator_reinstatement set asked_at = now() returning note",
                "delete from locator_reinstatement returning note")) {
            Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime));
            assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"), crime);
        }
    }
}
