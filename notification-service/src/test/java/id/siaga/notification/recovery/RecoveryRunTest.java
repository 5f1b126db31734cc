// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.recovery.Commands.queued;
import static id.siaga.notification.recovery.Commands.start;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

/** A recovery while it runs: one at a time, cut off in the midst, and its endpoint gone. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RecoveryRunTest {

    private final Rows rows;
    private final MissedEvents missed;
    private final String url;
    private final String owner;
    private final String password;

    RecoveryRunTest(
            Rows rows,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.rows = rows;
        this.missed = new MissedEvents(rows);
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    @AfterEach
    void unregister() {
        missed.close();
    }

    @Test
    void oneRunsAtATimeAndOneThatFailsKeepsNoOtherWaiting() {
        // Given
        RegisteredParty stuck = missed.register();
        RegisteredParty other = missed.register();
        UUID id = UUID.randomUUID();
        rows.update("""
                INSERT INTO recovery (id, endpoint_id, party, kind, status, since, until, types, partner, place, requested_at)
                VALUES (?, ?::uuid, 'mafindo', 'RECOVERY', 'RUNNING', now(), now(), '{}', false, '{}', now())""", id, stuck.endpointId());

        // When, Then
        start(stuck, "replay", Map.of("since", missed.since()))
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:recovery-running"))
                .body("recoveryId", equalTo(id.toString()));
        assertEquals(0, queued(other, "recovery", Map.of("since", missed.since())));
        rows.update("DELETE FROM recovery WHERE id = ?", id);
    }

    @Test
    void manyAtOnceSendEverythingOnce() {
        // Given
        RegisteredParty mafindo = missed.register();
        List<List<String>> failed = missed.by(mafindo, 30, 1);

        // When
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> start(mafindo, "recovery", Map.of("since", missed.since()))
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
        assertEquals(
                30,
                missed.sink().received().stream().map(Received::id).distinct().count());
        failed.forEach(id -> assertEquals(1, missed.countOf(id.getFirst())));
    }

    @Test
    void aPartThatIsCutOffIsNotHalfDoneAndIsDoneAfterwards() throws SQLException {
        // Given
        RegisteredParty mafindo = missed.register();
        List<List<String>> failed = missed.by(mafindo, 30, 1);
        asOwner("""
                CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'the power is gone'; END $$""");
        asOwner("CREATE TRIGGER cut_off BEFORE UPDATE ON recovery FOR EACH ROW WHEN (NEW.examined > 20)"
                + " EXECUTE FUNCTION cut_off()");
        String id = start(mafindo, "recovery", Map.of("since", missed.since()))
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> missed.receivedSince().size() >= 20);

        // When
        Map<String, Integer> cut = counts(mafindo);
        asOwner("DROP TRIGGER cut_off ON recovery");
        asOwner("DROP FUNCTION cut_off()");

        // Then
        assertEquals(Map.of("SUCCEEDED", 20, "CANCELLED", 10), cut);
        failed.forEach(one -> mafindo.awaitDelivery(one.getFirst(), "SUCCEEDED"));
        failed.forEach(one -> assertEquals(1, missed.countOf(one.getFirst())));
        assertEquals(30, mafindo.get("/recoveries/" + id).getInt("queued"));
    }

    @Test
    void anEndpointThatEndsMeanwhileIsLeftWithNothing() {
        // Given
        RegisteredParty mafindo =
                RegisteredParty.register("mafindo", "reporter", missed.sink().url("/"), "*");
        missed.by(mafindo, 45, 1);
        String id = start(mafindo, "recovery", Map.of("since", missed.since()))
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
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> rows.texts(
                        "SELECT subject FROM lane WHERE endpoint_id = ?::uuid", mafindo.endpointId())
                .isEmpty());
        assertEquals(
                List.of("0"),
                rows.texts(
                        "SELECT count(*) FROM delivery WHERE endpoint_id = ?::uuid AND status = 'PENDING'",
                        mafindo.endpointId()));
    }

    private Map<String, Integer> counts(RegisteredParty endpoint) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> rows.texts(
                        "SELECT subject FROM lane WHERE endpoint_id = ?::uuid", endpoint.endpointId())
                .isEmpty());
        return rows.texts("SELECT status FROM delivery WHERE endpoint_id = ?::uuid", endpoint.endpointId()).stream()
                .collect(Collectors.toMap(status -> status, status -> 1, Integer::sum));
    }

    private static void awaitNoneRunning(RegisteredParty endpoint) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !endpoint.get("/recoveries")
                .getList("recoveries.status")
                .contains("RUNNING"));
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
