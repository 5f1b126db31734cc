// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those see who watch the desk, and that nothing passes them by. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class StreamResourceTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestClock time;

    @Inject
    Changes changes;

    @Inject
    StreamWatch watch;

    @Inject
    LiveTail tail;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "siaga.stream.connections")
    int most;

    /** One event as it was read. */
    private record Event(String name, String id, String data) {}

    /** Somebody who reads the stream until the test hangs up, or the service does. */
    private static final class Reader implements AutoCloseable {

        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final InputStream body;
        private final Thread thread;

        private Reader(InputStream body) {
            this.body = body;
            this.thread = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String name = "";
                String id = "";
                String data = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("event:")) {
                        name = line.substring("event:".length()).strip();
                    } else if (line.startsWith("id:")) {
                        id = line.substring("id:".length()).strip();
                    } else if (line.startsWith("data:")) {
                        data = line.substring("data:".length()).strip();
                    } else if (line.isEmpty() && !id.isEmpty()) {
                        events.add(new Event(name, id, data));
                        id = "";
                    }
                }
            } catch (IOException hungUp) {
                // As a reader does that has seen enough.
            }
        }

        private List<JsonNode> about(UUID caseId) {
            return events.stream()
                    .filter(event -> event.name().equals("change"))
                    .map(event -> parsed(event.data()))
                    .filter(change ->
                            caseId.toString().equals(change.path("caseId").asText()))
                    .toList();
        }

        private List<String> kinds(UUID caseId) {
            return about(caseId).stream()
                    .map(change -> change.path("kind").asText())
                    .toList();
        }

        private String lastId() {
            return events.getLast().id();
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void allWhoWatchSeeWhatHappens() throws Exception {
        // Given
        try (Reader officer = watching("officer", null);
                Reader auditor = watching("auditor", null)) {
            // When
            UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
            String order = Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE"))
                    .extract()
                    .path("orders[0]");
            // Then
            for (Reader reader : List.of(officer, auditor)) {
                soon().until(
                                () -> reader.kinds(caseId),
                                List.of("case.opened", "case.assessed", "order.issued", "case.decided")::equals);
                JsonNode issued = reader.about(caseId).get(2);
                assertEquals(order, issued.path("orderId").asText());
                assertEquals("ISSUED", issued.path("status").asText());
                assertEquals(
                        "IN_REVIEW", reader.about(caseId).get(1).path("status").asText());
            }
        }
    }

    @Test
    void clocksAreSeen() throws Exception {
        // Given
        try (Reader officer = watching("officer", null)) {
            String order = Desk.anOrder(aReport());
            UUID caseId =
                    UUID.fromString(Desk.ratna().get("/v1/orders/{id}", order).path("caseId"));
            // When
            time.advance(Duration.ofHours(2));
            // Then
            soon().until(() -> officer.kinds(caseId).contains("order.overdue"));
            JsonNode overdue = officer.about(caseId).stream()
                    .filter(change -> "order.overdue".equals(change.path("kind").asText()))
                    .findFirst()
                    .orElseThrow();
            assertEquals("service", overdue.path("clock").asText());
            assertEquals(100, overdue.path("percent").asInt());
        }
    }

    @Test
    void whoComesBackMissesNothingThatCommittedLate() throws Exception {
        // Given
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        String read;
        try (Connection slow = database.getConnection();
                Reader first = watching("officer", null)) {
            slow.setAutoCommit(false);
            insert(slow, late);
            insertAtOnce(early);
            // When
            assertTrue(first.about(early).isEmpty());
            read = first.lastId();
            slow.commit();
            soon().until(() -> first.kinds(late).size() + first.kinds(early).size(), equalTo(2));
        }
        insertAtOnce(last);
        // Then
        try (Reader again = watching("officer", read)) {
            soon().until(() -> again.kinds(last).size(), equalTo(1));
            assertEquals(List.of("test.made"), again.kinds(late));
            assertEquals(List.of("test.made"), again.kinds(early));
        }
    }

    @Test
    void whatIsYetToCommitIsNeverBeforeWhatWasRead() throws SQLException {
        // Given
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        Position before = changes.now();
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            insert(slow, late);
            insertAtOnce(early);
            // When
            List<UUID> read = cases(changes.after(before, 1000));
            // Then
            assertFalse(read.contains(early) || read.contains(late));
            slow.commit();
        }
        soon().until(() -> cases(changes.after(before, 1000)).containsAll(List.of(late, early)));
        List<UUID> read = cases(changes.after(before, 1000));
        assertTrue(read.indexOf(late) < read.indexOf(early));
    }

    @Test
    void whoIsFarBehindReadsTheDatabaseAndThenTheEnd() throws Exception {
        // Given
        UUID caseId = UUID.randomUUID();
        String begin;
        try (Reader first = watching("officer", null)) {
            begin = first.lastId();
        }
        int many = 3000;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into stream_event (kind, case_id, at) select 'test.made', '" + caseId
                    + "', now() + interval '1 year' from generate_series(1, " + many + ")");
        }
        // When
        try (Reader again = watching("officer", begin)) {
            // Then
            soon().until(() -> again.kinds(caseId).size(), equalTo(many));
            insertAtOnce(caseId);
            soon().until(() -> again.kinds(caseId).size(), equalTo(many + 1));
            List<String> ids = again.events.stream().map(Event::id).toList();
            assertEquals(
                    ids.size(),
                    IntStream.range(0, ids.size()).mapToObj(ids::get).distinct().count());
        }
    }

    @Test
    void whoComesBackAfterMoreThanAnHourIsToldToReadAnew() throws Exception {
        // Given
        String begin;
        try (Reader first = watching("officer", null)) {
            begin = first.lastId();
        }
        UUID caseId = Desk.aCase(aReport());
        try (Reader meanwhile = watching("officer", begin)) {
            soon().until(() -> meanwhile.kinds(caseId).size(), equalTo(1));
        }
        // When
        time.advance(Duration.ofHours(2));
        soon().until(() -> {
            watch.forget();
            return Position.parse(begin).isBefore(changes.floor());
        });
        tail.begin(changes.now());
        // Then
        try (Reader again = watching("officer", begin)) {
            soon().until(() ->
                    again.events.stream().anyMatch(event -> event.name().equals("reload")));
            UUID next = Desk.aCase(aReport());
            soon().until(() -> again.kinds(next).size(), equalTo(1));
        }
    }

    @Test
    void aPlaceThatTheDatabaseHasNotReachedIsNotWaitedFor() throws Exception {
        // Given
        UUID caseId = UUID.randomUUID();
        // When
        try (Reader astray = watching("officer", "999999999999999-1")) {
            // Then
            assertEquals("reload", astray.events.getFirst().name());
            insertAtOnce(caseId);
            soon().until(() -> astray.kinds(caseId).size(), equalTo(1));
        }
    }

    @Test
    void theStreamEndsWithTheToken() throws Exception {
        // Given
        String token = Tokens.endingIn(ahead().plus(Duration.ofMinutes(10)), "posko", "officer");
        try (Reader officer = new Reader(open(token, null).body())) {
            soon().until(() -> officer.events.size() > 0);
            // When
            time.advance(Duration.ofMinutes(11));
            // Then
            assertTrue(officer.thread.join(Duration.ofSeconds(20)), "still open");
        }
    }

    @Test
    void noMoreThanSoManyWatchAndOneWhoGoesMakesRoom() throws Exception {
        // Given
        String token = token("officer");
        List<HttpResponse<InputStream>> open = new ArrayList<>();
        HttpResponse<InputStream> answer = open(token, null);
        while (answer.statusCode() == 200 && open.size() <= most) {
            open.add(answer);
            answer = open(token, null);
        }
        // When, then
        assertEquals(503, answer.statusCode());
        assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
        assertTrue(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8).contains("streams-full"));
        for (HttpResponse<InputStream> one : open) {
            one.body().close();
        }
        soon().until(() -> {
            HttpResponse<InputStream> next = open(token, null);
            next.body().close();
            return next.statusCode() == 200;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "1-2-3", "-1-2", "99999999999999999999-1"})
    void whatIsNoIdOfTheStreamIsRefused(String id) throws Exception {
        assertEquals(400, open(token("officer"), id).statusCode());
    }

    /** What is written is shown once no older transaction of the whole database is under way. */
    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private List<UUID> cases(List<Placed> placed) {
        return placed.stream()
                .map(one -> one.change().caseId())
                .filter(Objects::nonNull)
                .toList();
    }

    private void insertAtOnce(UUID caseId) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, caseId);
        }
    }

    private static void insert(Connection connection, UUID caseId) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // In a year, so that nobody forgets it while the test's clock is ahead.
            statement.execute("insert into stream_event (kind, case_id, at) values ('test.made', '" + caseId
                    + "', now() + interval '1 year')");
        }
    }

    /** Somebody of the role, who has been told that it begins. */
    private Reader watching(String role, @Nullable String last) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = open(token(role), last);
        assertEquals(200, answer.statusCode());
        Reader reader = new Reader(answer.body());
        soon().until(() -> !reader.events.isEmpty());
        return reader;
    }

    private String token(String role) {
        return Tokens.endingIn(ahead().plus(Duration.ofDays(2)), role.equals("auditor") ? "ombudsman" : "posko", role);
    }

    private Duration ahead() {
        return Duration.between(Instant.now(), time.instant());
    }

    private HttpResponse<InputStream> open(String token, @Nullable String last)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static JsonNode parsed(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
