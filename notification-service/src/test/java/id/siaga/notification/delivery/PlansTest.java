// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.NotificationStack;
import id.siaga.notification.database.Database;
import id.siaga.notification.delivery.Claims.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A plan that was made when no lane was there is good for thousands: on tables of its own, which the last vacuum found
 * empty, as in a quiet hour. Told by how many entries of its indexes are read.
 */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class PlansTest {

    private static final int LANES = 5_000;
    private static final int PER_ENDPOINT = 12;
    private static final int OTHER_ENDPOINTS = 1_000;

    /** After so many, the driver has the statement prepared, and no plan is made for its values any more. */
    private static final int UNTIL_PREPARED = 6;

    private static final String ENDPOINTS = """
            INSERT INTO endpoint (id, version, party, roles, url, event_types, status, sealed_secret, created_at)
            SELECT gen_random_uuid(), 0, '%s-' || n, '{}', 'https://hooks.example/', '{*}', 'ACTIVE', '', now()
            FROM generate_series(1, %d) n RETURNING id""";

    private final Instant now = Clock.systemUTC().instant();

    @Inject
    Database database;

    @Inject
    Claims claims;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url = "";

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner = "";

    @ConfigProperty(name = "quarkus.flyway.password")
    String password = "";

    @BeforeEach
    void leaveATableOfLanesEmpty() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS quiet CASCADE");
            statement.execute("CREATE SCHEMA quiet");
            statement.execute("CREATE TABLE quiet.lane (LIKE lane INCLUDING ALL) WITH (vacuum_truncate = false)");
            statement.execute("GRANT USAGE ON SCHEMA quiet TO PUBLIC");
            statement.execute("GRANT ALL ON quiet.lane TO PUBLIC");
            statement.execute("INSERT INTO quiet.lane (endpoint_id, subject, priority, due_at)"
                    + " SELECT gen_random_uuid(), 'gone', 1, now() FROM generate_series(1, 1000)");
            statement.execute("DELETE FROM quiet.lane");
            statement.execute("VACUUM ANALYZE quiet.lane");
            statement.execute("CREATE TABLE quiet.endpoint (LIKE endpoint INCLUDING ALL)");
            statement.execute("GRANT ALL ON quiet.endpoint TO PUBLIC");
            statement.execute("VACUUM ANALYZE quiet.endpoint");
        }
        QuarkusTransaction.begin();
        execute("SET LOCAL search_path = quiet, public");
        execute("SET LOCAL plan_cache_mode = force_generic_plan");
        database.findByIndex();
    }

    @AfterEach
    void forget() throws SQLException {
        QuarkusTransaction.rollback();
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA quiet CASCADE");
        }
    }

    @Test
    void aClaimReadsWhatItMayTake() {
        // Given
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            claim();
        }
        twoEndpointsWithLanes();
        long before = read("lane");

        // When
        List<Claim> claimed = claim();

        // Then
        assertEquals(2 * PER_ENDPOINT, claimed.size());
        assertFewRead(before);
    }

    @Test
    void lanesThatAreEmptyEndOneByOne() {
        // Given
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            end(claim());
        }
        twoEndpointsWithLanes();
        List<Claim> claimed = claim();
        long before = read("lane");

        // When
        int ended = end(claimed);

        // Then
        assertEquals(2 * PER_ENDPOINT, ended);
        assertFewRead(before);
    }

    @Test
    void aClaimLooksUpThoseEndpointsForWhichAnythingWaits() {
        // Given
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            claim();
        }
        execute(ENDPOINTS.formatted("other", OTHER_ENDPOINTS));
        twoEndpointsWithLanes();
        long before = read("endpoint");

        // When
        List<Claim> claimed = claim();

        // Then
        assertEquals(2 * PER_ENDPOINT, claimed.size());
        long read = read("endpoint") - before;
        assertTrue(read < OTHER_ENDPOINTS / 10, "entries read: " + read);
    }

    private void assertFewRead(long before) {
        long read = read("lane") - before;
        assertTrue(read < LANES / 10, "entries read: " + read);
    }

    private List<Claim> claim() {
        return claims.claim(
                Priority.INFORMATION, new Room(PER_ENDPOINT, 192, Map.of()), now, now.plus(Duration.ofMinutes(1)));
    }

    private int end(List<Claim> claimed) {
        return database.run(connection -> EmptyLanes.end(
                connection,
                claimed.stream().map(Claim::endpointId).toList(),
                claimed.stream().map(Claim::lane).toList()));
    }

    private void twoEndpointsWithLanes() {
        execute("""
                WITH made AS (%s)
                INSERT INTO lane (endpoint_id, subject, priority, due_at)
                SELECT id, n::text, 1, now() - interval '1 minute' FROM made, generate_series(1, %d) n""".formatted(ENDPOINTS.formatted("quiet", 2), LANES / 2));
    }

    private long read(String table) {
        return database.run(connection -> {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery("SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid))"
                            + " FROM pg_index WHERE indrelid = '" + table + "'::regclass")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void execute(String statement) {
        database.run(connection -> {
            try (Statement set = connection.createStatement()) {
                return set.execute(statement);
            }
        });
    }
}
