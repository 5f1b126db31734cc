// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import static id.siaga.notification.RegisteredParty.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What parties are told that ask for events which are no longer kept. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class GoneEventsTest {

    private final LetGo letGo;
    private final Tables tables;
    private final WebhookSink sink = new WebhookSink();

    GoneEventsTest(LetGo letGo, Tables tables) {
        this.letGo = letGo;
        this.tables = tables;
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void whatIsGoneIsNotSentAgainAndSaysSinceWhenEventsAreKept() throws SQLException {
        // Given
        tables.makeMonth("20200701");
        Reader reader = new Reader("kept-3");
        sink.answering(Reply.status(410));
        RegisteredParty owner = RegisteredParty.register(reader.party(), "platform", sink.url("/"), "order.*");
        EventFixture old = EventFixture.anOrder().toldTo(reader.party()).from(Instant.parse("2020-06-05T00:00:00Z"));
        Object delivery = owner.awaitDelivery(old.send(), "ABANDONED").get("id");
        sink.answering(Reply.status(204));
        post(owner, "verification").statusCode(202);
        owner.awaitStatus("ACTIVE");
        EventFixture kept = EventFixture.anOrder().toldTo(reader.party());
        owner.awaitDelivery(kept.send(), "SUCCEEDED");
        tables.takenThen(old.id());
        Looks.at(letGo::lookAtEvents);
        assertFalse(tables.has(old.id()));
        // When, Then
        post(owner, "deliveries/" + delivery + "/resend")
                .statusCode(410)
                .body("type", equalTo("urn:siaga:problem:events-gone"))
                .body("keptSince", equalTo(since()));
        assertEquals(0, queued(owner, "recovery"));
        assertEquals(1, queued(owner, "replay"));
        owner.awaitDelivery(kept.id(), one -> Integer.valueOf(2).equals(one.get("attempts")));
        assertEquals(List.of("ABANDONED"), statuses(owner, old.id()));
        owner.delete();
    }

    @Test
    void whoReadsOnFromBeforeWhatIsKeptIsToldAndKnowsWhereToGoOn() throws SQLException {
        // Given
        tables.makeMonth("20200801");
        Reader reader = new Reader("kept-4");
        EventFixture first = EventFixture.anOrder().toldTo(reader.party()).from(Instant.parse("2020-07-05T00:00:00Z"));
        first.send();
        String afterFirst = reader.await(1);
        EventFixture second = EventFixture.anOrder().toldTo(reader.party()).from(Instant.parse("2020-07-06T00:00:00Z"));
        second.send();
        reader.await(2);
        EventFixture third = EventFixture.anOrder().toldTo(reader.party());
        third.send();
        String end = reader.await(3);
        tables.takenThen(first.id(), second.id());
        reader.commit(afterFirst);
        // When
        Looks.at(letGo::lookAtEvents);
        // Then
        String next = gone(reader, "/v1/events?after=" + afterFirst);
        assertEquals(next, gone(reader, "/v1/events"), "also behind what is committed");
        assertEquals(next, gone(reader, "/v1/events/stream?after=" + afterFirst));
        assertEquals(List.of(third.id()), reader.page("?after=" + next).getList("events.id"));
        assertEquals(List.of(), reader.page("?after=" + end).getList("events"));
        // What is gone is no receipt, and a commit passes it all the same.
        reader.commit(end);
        assertEquals(
                List.of(third.subject()),
                tables.texts("SELECT subject FROM delivery_sequence WHERE subject IN ('" + second.subject() + "', '"
                        + third.subject() + "')"));
        assertEquals(List.of(), reader.page("").getList("events"));
    }

    @Test
    void whoHasNeverCommittedBeginsWithTheOldestThatIsKept() throws SQLException {
        // Given
        tables.makeMonth("20200901");
        Reader reader = new Reader("kept-5");
        EventFixture old = EventFixture.anOrder().toldTo(reader.party()).from(Instant.parse("2020-08-05T00:00:00Z"));
        old.send();
        reader.await(1);
        String kept = EventFixture.anOrder().toldTo(reader.party()).send();
        reader.await(2);
        tables.takenThen(old.id());
        // When
        Looks.at(letGo::lookAtEvents);
        // Then
        assertEquals(List.of(kept), reader.page("").getList("events.id"));
    }

    private String since() {
        return tables.texts(
                        "SELECT to_char(since AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM events_kept")
                .getFirst();
    }

    /** Fails unless it is refused as gone; returns where to go on. */
    private String gone(Reader reader, String path) {
        return reader.get(path)
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:siaga:problem:events-gone"))
                .body("keptSince", equalTo(since()))
                .body("next", notNullValue())
                .extract()
                .path("next");
    }

    private static ValidatableResponse post(RegisteredParty owner, String path) {
        return as(owner.party(), owner.role())
                .post("/v1/endpoints/" + owner.endpointId() + "/" + path)
                .then();
    }

    /** Recovers or replays all since long ago, waits for it, and returns how many were queued. */
    private static int queued(RegisteredParty owner, String what) {
        String id = as(owner.party(), owner.role())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("since", "2020-01-01T00:00:00Z"))
                .post("/v1/endpoints/" + owner.endpointId() + "/" + what)
                .then()
                .statusCode(201)
                .body("keptSince", notNullValue())
                .extract()
                .path("id");
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> owner.get("/recoveries/" + id), recovery -> "FINISHED"
                        .equals(recovery.getString("status")))
                .getInt("queued");
    }

    private static List<Object> statuses(RegisteredParty owner, String event) {
        return owner.deliveries(event).stream().map(one -> one.get("status")).toList();
    }
}
