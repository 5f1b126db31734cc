// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the desk and a platform say to each other about an order. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class MessageResourceTest {

    @Test
    void bothSidesReadOneTalkAndTheOtherIsTold() {
        // Given
        String order = Desk.anOrder(aReport());
        // When
        say(Desk.platform("google"), order, "Is a label enough?")
                .statusCode(201)
                .body("side", equalTo("PLATFORM"), "by", equalTo("google/service-google"));
        say(Desk.ratna(), order, "No.").statusCode(201).body("side", equalTo("DESK"), "by", equalTo("posko/ratna"));
        // Then
        read(Desk.ratna(), order, "")
                .body("messages.text", contains("Is a label enough?", "No."))
                .body("messages.by", contains("google/service-google", "posko/ratna"));
        read(Desk.platform("google"), order, "").body("messages.by", contains("google/service-google", "desk"));
        assertEquals(
                List.of("Is a label enough?", "No."),
                Desk.events("triage.order.v1", "order.message-posted", order, 2).stream()
                        .map(told -> told.get("text").asText())
                        .toList());
        assertEquals(
                List.of("", "google"),
                new KafkaTopic("triage.order.v1")
                                .await(
                                        3,
                                        message -> order.equals(
                                                KafkaTopic.headers(message).get("ce_subject")))
                                .stream()
                                .skip(1)
                                .map(message -> KafkaTopic.headers(message).get("ce_audience"))
                                .toList());
        assertEquals(List.of("Is a label enough?", "No."), Desk.query("""
                        select t.text from record r join orders o on o.case_id = r.case_id
                        join record_text t on t.case_id = r.case_id and t.seq = r.seq and t.part = 'why'
                        where o.id = ?::uuid and act = 'order-message-posted' order by r.seq""", order));
    }

    private static ValidatableResponse say(RequestSpecification who, String order, String text) {
        return who.body(Map.of("text", text))
                .post("/v1/orders/{id}/messages", order)
                .then();
    }

    private static ValidatableResponse read(RequestSpecification who, String order, String query) {
        return who.get("/v1/orders/{id}/messages" + query, order).then().statusCode(200);
    }

    @Test
    void whatAPlatformWritesIsOneTaskUntilTheDeskWrites() {
        // Given
        String order = Desk.anOrder(aReport());
        // When
        say(Desk.ratna(), order, "Good morning.").statusCode(201);
        assertEquals(List.of(), tasks(order));
        say(Desk.platform("google"), order, "Is a label enough?").statusCode(201);
        say(Desk.platform("google"), order, "Hello?").statusCode(201);
        assertEquals(List.of("2 open"), tasks(order));
        say(Desk.ratna(), order, "No.").statusCode(201);
        // Then
        assertEquals(List.of("2 done"), tasks(order));
        say(Desk.platform("google"), order, "Thank you.").statusCode(201);
        assertEquals(List.of("2 done", "1 open"), tasks(order));
        assertEquals(
                List.of("order-message-posted", "task-raised"),
                Desk.query("""
                        select act from record r join orders o on o.case_id = r.case_id
                        where o.id = ?::uuid order by r.seq desc limit 2""", order).reversed());
    }

    private static List<String> tasks(String order) {
        return Desk.query("""
                select times || case when done_at is null then ' open' else ' done' end from task
                where order_id = ?::uuid and kind = 'READ_MESSAGE' order by raised_at, id""", order);
    }

    @Test
    void itIsReadPageByPageAlsoAfterTheEndOfTheOrder() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.check(order).body("status", equalTo("CLOSED"));
        for (String text : List.of("One.", "Two.", "Three.")) {
            say(Desk.ratna(), order, text).statusCode(201);
        }
        // When
        String next = read(Desk.ratna(), order, "?limit=2")
                .body("messages.text", contains("One.", "Two."))
                .extract()
                .path("next");
        // Then
        read(Desk.ratna(), order, "?limit=2&cursor=" + next).body("messages.text", contains("Three."));
        Desk.ratna().get("/v1/orders/{id}/messages?cursor=x", order).then().statusCode(400);
        Desk.ratna().get("/v1/orders/{id}", order).then().body("history", hasSize(4));
    }

    @Test
    void whatIsSentTwiceUnderOneKeyIsSaidOnce() {
        // Given
        String order = Desk.anOrder(aReport());
        String key = UUID.randomUUID().toString();
        // When
        for (int i = 0; i < 2; i++) {
            RequestSpecification ratna = Desk.as(Tokens.forPerson("posko", "ratna", "officer"), key);
            say(ratna, order, "Once.").statusCode(201);
        }
        // Then
        read(Desk.ratna(), order, "").body("messages", hasSize(1));
    }

    @Test
    void anotherPlatformReadsAndSaysNothing() {
        String order = Desk.anOrder(aReport());
        say(Desk.platform("tiktok"), order, "Hello?").statusCode(404);
        Desk.platform("tiktok").get("/v1/orders/{id}/messages", order).then().statusCode(404);
        say(Desk.platform("google"), order, " ").statusCode(400);
        say(Desk.platform("google"), order, "x".repeat(5001)).statusCode(400);
    }

    @Test
    void whatWasSaidIsNotRewritten() {
        for (String crime : List.of(
                "update order_message set text = 'x' returning text", "delete from order_message returning text")) {
            Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime));
            assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"), crime);
        }
    }
}
