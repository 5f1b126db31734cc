// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static id.siaga.triage.ReportFixture.aVideo;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.Desk;
import id.siaga.triage.platform.DirectoryFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What notification-service tells of endpoints that do not take an order. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class GoAnotherWayTest {

    private static final String GONE = "the endpoint answered 410 and was disabled";

    @Test
    void anOrderThatIsFailingIsForAnOfficerToServeWhileItsEndpointIsStillTried() {
        // Given
        String order = anOrderOf("line", "{\"kind\": \"WEBHOOK\"}", DirectoryFixture.LOCAL);
        UUID event = anEvent();
        // When
        DeliveryFixture.failing(event, order, "line");
        awaitTask(order);
        // Then
        task(order).body("route.kind", contains("LOCAL_CONTACT"), "route.address", contains("+62 21 0000"));
        attempts(order).body("attempts", empty(), "due.kind", equalTo("WEBHOOK"));
        assertEquals(List.of("service-failing", "service-route-due", "task-raised"), recordOf(order, 3));
        assertEquals(List.of("the endpoint answered 503"), reasons(order, "service-failing"));
        // And the same again, or from another endpoint of the platform, changes nothing
        DeliveryFixture.failing(event, order, "line");
        DeliveryFixture.failing(anEvent(), order, "line");
        awaitTaken(order);
        task(order).body("times", contains(1));
        assertEquals(List.of("the endpoint answered 503"), reasons(order, "service-failing"));
        // And what the endpoint takes in the end needs nobody else
        DeliveryFixture.delivered(order, "line", "order.issued");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> task(order).body("status", contains("DONE"), "doneBy", contains("siaga")));
    }

    @Test
    void whatIsAbandonedGoesTheNextWayAtOnce() {
        // Given
        String order = anOrderOf("line", "{\"kind\": \"WEBHOOK\"}", DirectoryFixture.CHANNEL);
        UUID event = anEvent();
        DeliveryFixture.failing(anEvent(), order, "line");
        // When
        DeliveryFixture.abandoned(event, order, "line", "order.issued");
        // Then
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> attempts(order).body("attempts.outcome", contains("FAILED")));
        attempts(order)
                .body("attempts.route", contains("WEBHOOK"), "attempts.note", contains(GONE))
                .body("attempts.by", contains("siaga"), "due.kind", equalTo("PLATFORM_CHANNEL"));
        task(order).body("route.kind", contains("PLATFORM_CHANNEL"), "times", contains(2));
        assertEquals(List.of(GONE), reasons(order, "service-failed"));
        // And the same again changes nothing
        DeliveryFixture.abandoned(event, order, "line", "order.issued");
        DeliveryFixture.abandoned(anEvent(), order, "line", "order.issued");
        DeliveryFixture.failing(anEvent(), order, "line");
        awaitTaken(order);
        attempts(order).body("attempts", hasSize(1));
        task(order).body("times", contains(2));
    }

    @Test
    void anEndpointThatIsLeftForAnotherOneOfThePlatformLeavesItTheTurn() {
        // Given
        String order = anOrderOf("line", "{\"kind\": \"WEBHOOK\"}", DirectoryFixture.LOCAL);
        // When
        DeliveryFixture.failedOver(order, "line", "order.issued");
        awaitTaken(order);
        // Then
        assertEquals(List.of(GONE), reasons(order, "service-failed-over"));
        task(order).body("size()", equalTo(0));
        attempts(order).body("attempts", empty(), "due.kind", equalTo("WEBHOOK"));
        // And when the other one gives up as well, the turn of endpoints is over
        DeliveryFixture.abandoned(anEvent(), order, "line", "order.issued");
        awaitTask(order);
        attempts(order).body("attempts.outcome", contains("FAILED"), "due.kind", equalTo("LOCAL_CONTACT"));
    }

    @Test
    void whereNoOtherWayIsKnownAnOfficerHasToFindOne() {
        // Given
        String order = anOrderOf("line", "{\"kind\": \"WEBHOOK\"}");
        // When
        DeliveryFixture.abandoned(anEvent(), order, "line", "order.issued");
        awaitTask(order);
        // Then
        task(order).body("route", contains(nullValue()));
        attempts(order).body("due", nullValue());
    }

    @Test
    void whatHasReachedThePlatformNeedsNoOtherWay() {
        // Given
        String served = anOrderOf("line", "{\"kind\": \"WEBHOOK\"}", DirectoryFixture.LOCAL);
        String answered = anOrderOf("line", "{\"kind\": \"WEBHOOK\"}", DirectoryFixture.LOCAL);
        Desk.acknowledge("line", served).statusCode(200);
        Desk.answer("line", answered, "REMOVED").statusCode(200);
        // When
        for (String order : List.of(served, answered)) {
            DeliveryFixture.failing(anEvent(), order, "line");
            DeliveryFixture.abandoned(anEvent(), order, "line", "order.issued");
            // Nor does it matter what becomes of other news about it
            DeliveryFixture.abandoned(anEvent(), order, "line", "order.escalated");
            DeliveryFixture.abandoned(anEvent(), order, "line", "order.withdrawn");
        }
        // Then
        for (String order : List.of(served, answered)) {
            awaitTaken(order);
            task(order).body("size()", equalTo(0));
            attempts(order).body("attempts", empty());
        }
    }

    @Test
    void aWithdrawalThatIsAbandonedGoesTheNextWayUntilThePlatformKnows() {
        // Given
        String order = anOrderOf("line", "{\"kind\": \"WEBHOOK\"}", DirectoryFixture.LOCAL);
        DeliveryFixture.abandoned(anEvent(), order, "line", "order.issued");
        awaitTask(order);
        Desk.answer("line", order, "REMOVED").statusCode(200);
        Desk.withdraw(order, "The objection was upheld.").statusCode(200);
        attempts(order).body("due.kind", equalTo("WEBHOOK"));
        // When
        DeliveryFixture.abandoned(anEvent(), order, "line", "order.withdrawn");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> task(order).body("status", contains("DONE", "OPEN")));
        // Then
        attempts(order).body("attempts.outcome", contains("FAILED", "FAILED"), "due.kind", equalTo("LOCAL_CONTACT"));
        task(order).body("route.kind", contains("LOCAL_CONTACT", "LOCAL_CONTACT"));
        Desk.acknowledge("line", order).statusCode(200);
        task(order).body("status", contains("DONE", "DONE"));
        attempts(order).body("due", nullValue());
    }

    @Test
    void troubleWithWhatWeNeverIssuedIsADeadLetter() {
        String unknown = anEvent().toString();
        DeliveryFixture.failing(anEvent(), unknown, "line");
        DeliveryFixture.abandoned(anEvent(), unknown, "line", "order.issued");
        new KafkaTopic("triage-service.deliveries-in.dlq")
                .await(2, message -> unknown.equals(KafkaTopic.headers(message).get("ce_subject")));
    }

    private static String anOrderOf(String platform, String... routes) {
        DirectoryFixture.put(platform, DirectoryFixture.entry(platform, true, String.join(", ", routes), ""), "*")
                .statusCode(200);
        return Desk.anOrder(aReport().about(platform, "post", aVideo()));
    }

    private static UUID anEvent() {
        return Uuid7.next(Clock.systemUTC());
    }

    private static void awaitTask(String order) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> task(order).body("status", contains("OPEN")));
    }

    /** All that was told of this order is taken. */
    private static void awaitTaken(String order) {
        String last = anOrderOf("tiktok", "{\"kind\": \"WEBHOOK\"}");
        DeliveryFixture.deliveredAfter(order, last, "tiktok", "order.issued");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> Desk.ratna().get("/v1/orders/{id}", last).then().body("status", equalTo("DELIVERED")));
    }

    private static ValidatableResponse task(String order) {
        String caseId = Desk.ratna()
                .get("/v1/orders/{id}", order)
                .then()
                .statusCode(200)
                .extract()
                .path("caseId");
        return Desk.ratna().get("/v1/cases/{id}", caseId).then().rootPath("tasks.findAll { it.kind == 'SERVE_ORDER' }");
    }

    private static ValidatableResponse attempts(String order) {
        return Desk.ratna()
                .get("/v1/orders/{id}/service-attempts", order)
                .then()
                .statusCode(200);
    }

    private static List<String> recordOf(String order, int last) {
        List<String> acts = Desk.query("""
                select r.act from record r join orders o on o.case_id = r.case_id
                where o.id = ?::uuid order by r.seq""", order);
        return acts.subList(acts.size() - last, acts.size());
    }

    private static List<String> reasons(String order, String act) {
        return Desk.query("""
                select t.text from record r join orders o on o.case_id = r.case_id
                join record_text t on t.case_id = r.case_id and t.seq = r.seq and t.part = 'why'
                where o.id = ?::uuid and act = ? order by r.seq""", order, act);
    }
}
