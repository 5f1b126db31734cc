// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.recovery.Commands.pause;
import static id.siaga.notification.recovery.Commands.queued;
import static id.siaga.notification.recovery.Commands.resume;
import static id.siaga.notification.recovery.Commands.start;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was abandoned or cancelled is sent again, all that there is of a time. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RecoveryTest {

    private static final Reply IN_AN_HOUR = Reply.status(503).with("Retry-After", "3600");

    private final WebhookSink sink = new WebhookSink();
    private final List<RegisteredParty> registered = new ArrayList<>();
    private final List<Received> refused = new ArrayList<>();
    private final Instant begin = Clock.systemUTC().instant();
    private final Rows rows;
    private final String url;
    private final String owner;
    private final String password;

    RecoveryTest(
            Rows rows,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.rows = rows;
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void whatFailedIsSentAgainInOrderAndWhatArrivedIsLeftAlone() {
        // Given
        RegisteredParty mafindo = register();
        String arrived = EventFixture.aReportStatus().toldTo("mafindo").send();
        mafindo.awaitDelivery(arrived, "SUCCEEDED");
        List<List<String>> failed = failed(mafindo, 9, 3);

        // When
        int queued = queued(mafindo, "recovery", Map.of("since", begin.toString()));

        // Then
        assertEquals(27, queued);
        Map<String, List<String>> got = received(27);
        failed.forEach(ofSubject -> {
            List<String> order = got.values().stream()
                    .filter(ids -> ids.contains(ofSubject.getFirst()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(ofSubject, order);
        });
        assertEquals(1, sink.received(arrived).size());
        assertEquals(List.of(), rows.astray());
        assertEquals(0, queued(mafindo, "recovery", Map.of("since", begin.toString())), "there is nothing left");
    }

    @Test
    void onlyWhatEndedInThatTimeAndOfThoseTypes() {
        // Given
        RegisteredParty mafindo = register();
        List<String> failed = failed(mafindo, 3, 1).stream().map(List::getFirst).toList();
        ended(failed.get(0), "1 hour");
        ended(failed.get(1), "3 hours");

        // When
        int none = queued(mafindo, "recovery", Map.of("since", ago(4), "types", List.of("order.*")));
        int some = queued(
                mafindo,
                "recovery",
                Map.of("since", ago(4), "until", ago(2), "types", List.of("report.*", "order.issued")));

        // Then
        assertEquals(0, none);
        assertEquals(1, some);
        mafindo.awaitDelivery(failed.get(1), "SUCCEEDED");
        assertEquals("CANCELLED", mafindo.deliveries(failed.get(0)).getFirst().get("status"));
        assertEquals("CANCELLED", mafindo.deliveries(failed.get(2)).getFirst().get("status"));
    }

    @Test
    void whatAFallbackHasTakenIsLeftAloneUntilItIsAskedForByItself() {
        // Given
        sink.answering(request -> request.path().equals("/fallback") ? Reply.status(204) : IN_AN_HOUR);
        RegisteredParty fallback = register("/fallback", Map.of("eventTypes", List.of("case.split")));
        RegisteredParty google =
                register("/", Map.of("eventTypes", List.of("*"), "fallbackEndpointId", fallback.endpointId()));
        EventFixture order = EventFixture.anOrder();
        google.awaitAttempts(order.send(), 1);
        pause(google);
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        resume(google);
        sink.answering(request -> Reply.status(204));

        // When
        int queued = queued(google, "recovery", Map.of("since", begin.toString()));

        // Then
        assertEquals(0, queued);
        Map<String, Object> cancelled = google.awaitDelivery(order.id(), "CANCELLED");
        Commands.resend(google, Commands.id(cancelled)).statusCode(202);
        google.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(1, fallback.deliveries(order.id()).size());
    }

    @Test
    void aTimeThatCannotBeIsRefused() {
        // Given
        RegisteredParty mafindo = register();

        // When, Then
        start(mafindo, "recovery", Map.of("since", ago(-1)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/since"));
        start(mafindo, "recovery", Map.of("since", ago(1), "until", ago(2))).statusCode(400);
        start(mafindo, "recovery", Map.of("until", ago(2))).statusCode(400);
        start(mafindo, "replay", Map.of("since", ago(1), "types", List.of("order")))
                .statusCode(400);
    }

    @Test
    void oneRunsAtATimeAndOneThatFailsKeepsNoOtherWaiting() {
        // Given
        RegisteredParty stuck = register();
        RegisteredParty other = register();
        UUID id = UUID.randomUUID();
        rows.update("""
                INSERT INTO recovery (id, endpoint_id, party, kind, status, since, until, types, partner, place, requested_at)
                VALUES (?, ?::uuid, 'mafindo', 'RECOVERY', 'RUNNING', now(), now(), '{}', false, '{}', now())""", id, stuck.endpointId());

        // When, Then
        start(stuck, "replay", Map.of("since", ago(1)))
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:recovery-running"))
                .body("recoveryId", equalTo(id.toString()));
        assertEquals(0, queued(other, "recovery", Map.of("since", begin.toString())));
        rows.update("DELETE FROM recovery WHERE id = ?", id);
    }

    @Test
    void manyAtOnceSendEverythingOnce() {
        // Given
        RegisteredParty mafindo = register();
        List<List<String>> failed = failed(mafindo, 30, 1);

        // When
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> start(mafindo, "recovery", Map.of("since", begin.toString()))
                                .extract()
                                .statusCode(),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        assertTrue(answers.contains(201), answers::toString);
        assertTrue(answers.stream().allMatch(status -> status == 201 || status == 409), answers::toString);
        failed.forEach(id -> mafindo.awaitDelivery(id.getFirst(), "SUCCEEDED"));
        awaitNoneRunning(mafindo);
        assertEquals(30, sink.received().stream().map(Received::id).distinct().count());
        failed.forEach(id -> assertEquals(1, countOf(id.getFirst())));
    }

    @Test
    void aPartThatIsCutOffIsNotHalfDoneAndIsDoneAfterwards() throws SQLException {
        // Given
        RegisteredParty mafindo = register();
        List<List<String>> failed = failed(mafindo, 30, 1);
        asOwner("""
                CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the power is gone'; END $$""");
        asOwner("CREATE TRIGGER cut_off BEFORE UPDATE ON recovery FOR EACH ROW WHEN (NEW.examined > 20)"
                + " EXECUTE FUNCTION cut_off()");
        String id = start(mafindo, "recovery", Map.of("since", begin.toString()))
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await().until(() -> sink.received().size() - refused.size() >= 20);

        // When
        Map<String, Integer> cut = counts(mafindo);
        asOwner("DROP TRIGGER cut_off ON recovery");
        asOwner("DROP FUNCTION cut_off()");

        // Then
        assertEquals(Map.of("SUCCEEDED", 20, "CANCELLED", 10), cut);
        failed.forEach(one -> mafindo.awaitDelivery(one.getFirst(), "SUCCEEDED"));
        failed.forEach(one -> assertEquals(1, countOf(one.getFirst())));
        assertEquals(30, mafindo.get("/recoveries/" + id).getInt("queued"));
    }

    @Test
    void anEndpointThatEndsMeanwhileIsLeftWithNothing() {
        // Given
        RegisteredParty mafindo = RegisteredParty.register("mafindo", "reporter", sink.url("/"), "*");
        failed(mafindo, 45, 1);
        String id = start(mafindo, "recovery", Map.of("since", begin.toString()))
                .statusCode(201)
                .extract()
                .path("id");

        // When
        mafindo.delete();

        // Then
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> rows.texts("SELECT status FROM recovery WHERE id = ?::uuid", id),
                        status -> !status.equals(List.of("RUNNING")));
        Awaitility.await()
                .until(() -> rows.texts("SELECT subject FROM lane WHERE endpoint_id = ?::uuid", mafindo.endpointId())
                        .isEmpty());
        assertEquals(
                List.of("0"),
                rows.texts(
                        "SELECT count(*) FROM delivery WHERE endpoint_id = ?::uuid AND status = 'PENDING'",
                        mafindo.endpointId()));
    }

    /** Events of so many subjects, all of which the endpoint has missed; their ids, subject by subject. */
    private List<List<String>> failed(RegisteredParty endpoint, int subjects, int each) {
        sink.answering(request -> IN_AN_HOUR);
        List<List<EventFixture>> events = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            EventFixture first = EventFixture.aReportStatus().toldTo("mafindo");
            events.add(IntStream.rangeClosed(1, each)
                    .mapToObj(n -> n == 1
                            ? first
                            : EventFixture.aReportStatus()
                                    .toldTo("mafindo")
                                    .about(first.subject())
                                    .numbered(n))
                    .toList());
        }
        events.forEach(ofSubject -> ofSubject.forEach(EventFixture::send));
        await(endpoint, "delivery WHERE status = 'PENDING' AND", subjects * each);
        pause(endpoint);
        await(endpoint, "delivery WHERE status = 'CANCELLED' AND", subjects * each);
        resume(endpoint);
        refused.addAll(sink.received());
        sink.answering(request -> Reply.status(204));
        return events.stream()
                .map(ofSubject -> ofSubject.stream().map(EventFixture::id).toList())
                .toList();
    }

    private void await(RegisteredParty endpoint, String what, int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> rows.texts(
                                "SELECT count(*) FROM " + what + " endpoint_id = ?::uuid", endpoint.endpointId()),
                        List.of(Integer.toString(count))::equals);
    }

    /** What was taken since then, by subject, once there is so much of it. */
    private Map<String, List<String>> received(int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sink.received().size() - refused.size() >= count);
        return sink.received().stream()
                .skip(refused.size())
                .collect(Collectors.groupingBy(
                        one -> JsonPath.from(one.text()).getString("subject"),
                        Collectors.mapping(Received::id, Collectors.toList())));
    }

    private long countOf(String id) {
        return sink.received().stream()
                .skip(refused.size())
                .filter(one -> one.id().equals(id))
                .count();
    }

    private Map<String, Integer> counts(RegisteredParty endpoint) {
        Awaitility.await()
                .until(() -> rows.texts("SELECT subject FROM lane WHERE endpoint_id = ?::uuid", endpoint.endpointId())
                        .isEmpty());
        return rows.texts("SELECT status FROM delivery WHERE endpoint_id = ?::uuid", endpoint.endpointId()).stream()
                .collect(Collectors.toMap(status -> status, status -> 1, Integer::sum));
    }

    private static void awaitNoneRunning(RegisteredParty endpoint) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !endpoint.get("/recoveries")
                .getList("recoveries.status")
                .contains("RUNNING"));
    }

    private void ended(String eventId, String ago) {
        rows.update("UPDATE delivery SET finished_at = now() - ?::interval WHERE event_id = ?::uuid", ago, eventId);
    }

    private static String ago(int hours) {
        return Clock.systemUTC().instant().minus(Duration.ofHours(hours)).toString();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RegisteredParty register(String path, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("url", sink.url(path));
        RegisteredParty endpoint = RegisteredParty.register("google", "platform", request);
        registered.add(endpoint);
        return endpoint;
    }

    private RegisteredParty register() {
        RegisteredParty endpoint = RegisteredParty.register("mafindo", "reporter", sink.url("/"), "*");
        registered.add(endpoint);
        return endpoint;
    }
}
