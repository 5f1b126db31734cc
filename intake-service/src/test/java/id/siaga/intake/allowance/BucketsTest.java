// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.web.ServiceStack;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Buckets in a real table; two instances stand for two replicas. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class BucketsTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Policy PLENTY = new Policy.Quota(1_000_000, JAKARTA);

    @Inject
    @DataSource("allowance")
    AgroalDataSource database;

    private final String id = "reports test " + UUID.randomUUID();

    private Buckets at(Instant time) {
        return new Buckets(database, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    @Test
    void twoReplicasTogetherGrantTheLimitAndNotOneMore() throws Exception {
        // Given
        List<Policy> policies = List.of(new Policy.Rate(300, 1), PLENTY);
        Instant time = now();
        List<Buckets> replicas = List.of(at(time), at(time));
        Callable<Long> client = () -> IntStream.range(0, 50)
                .filter(i -> replicas.get(i % 2).take(id, policies, 1).granted())
                .count();
        // When
        long granted = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            for (Future<Long> one : clients.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> client).toList())) {
                granted += one.get();
            }
        }
        // Then
        assertEquals(300, granted);
    }

    @Test
    void aRateComesBackByTheSecond() {
        // Given
        List<Policy> policies = List.of(new Policy.Rate(10, 2), PLENTY);
        Instant time = now();
        assertTrue(at(time).take(id, policies, 10).granted());
        // When
        Taking refused = at(time).take(id, policies, 3);
        // Then
        assertFalse(refused.granted());
        assertEquals("rate", refused.exhausted().policy().name());
        assertEquals(0, refused.exhausted().left());
        assertEquals(2, refused.delaySeconds());
        assertFalse(at(time.plusMillis(1400)).take(id, policies, 3).granted());
        assertTrue(at(time.plusMillis(1500)).take(id, policies, 3).granted());
    }

    @Test
    void aQuotaComesBackAtMidnight() {
        // Given
        List<Policy> policies = List.of(new Policy.Rate(100, 100), new Policy.Quota(10, JAKARTA));
        Instant evening = now().atZone(JAKARTA)
                .toLocalDate()
                .plusDays(1)
                .atTime(23, 0)
                .atZone(JAKARTA)
                .toInstant();
        assertTrue(at(evening).take(id, policies, 10).granted());
        // When
        Taking refused = at(evening).take(id, policies, 1);
        // Then
        assertFalse(refused.granted());
        assertEquals("quota", refused.exhausted().policy().name());
        assertEquals(3600, refused.delaySeconds());
        assertFalse(
                at(evening.plus(Duration.ofMinutes(59))).take(id, policies, 1).granted());
        assertTrue(
                at(evening.plus(Duration.ofMinutes(60))).take(id, policies, 10).granted());
    }

    @Test
    void whatWasRefusedTookNothing() {
        // Given
        List<Policy> policies = List.of(new Policy.Rate(10, 1), PLENTY);
        Buckets buckets = at(now());
        assertTrue(buckets.take(id, policies, 8).granted());
        // When
        assertFalse(buckets.take(id, policies, 3).granted());
        // Then
        assertTrue(buckets.take(id, policies, 2).granted());
    }

    @Test
    void moreThanEverFitIsRefusedWithAWaitThatEnds() {
        // When
        Taking refused = at(now()).take(id, List.of(new Policy.Rate(10, 1), PLENTY), 11);
        // Then
        assertFalse(refused.granted());
        assertEquals("rate", refused.exhausted().policy().name());
        assertEquals(Duration.ofDays(1), refused.delay());
    }

    @Test
    void aChangedLimitHoldsAtOnce() {
        // Given
        Instant time = now();
        assertTrue(
                at(time).take(id, List.of(new Policy.Rate(10, 1), PLENTY), 10).granted());
        // When
        Taking more = at(time).take(id, List.of(new Policy.Rate(20, 1), PLENTY), 20);
        // Then
        assertTrue(more.granted());
    }

    @Test
    void rowsThatAreFullAgainAreSweptByWhoeverMakesANewOne() throws SQLException {
        // Given
        List<Policy> policies = List.of(new Policy.Rate(10, 1));
        at(now()).take(id, policies, 10);
        assertEquals(1, rows(id));
        expire(id);
        // When
        at(now()).take("reports test another " + UUID.randomUUID(), policies, 1);
        // Then
        assertEquals(0, rows(id));
    }

    @Test
    void nobodyWaitsForTheDisk() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
            assertTrue(row.next());
            assertEquals("off", row.getString(1));
        }
    }

    private void expire(String prefix) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE allowance SET expires_at = 1 WHERE id LIKE ? || '%'")) {
            update.setString(1, prefix);
            assertEquals(1, update.executeUpdate());
        }
    }

    private int rows(String prefix) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM allowance WHERE id LIKE ? || '%'")) {
            select.setString(1, prefix);
            try (ResultSet row = select.executeQuery()) {
                assertTrue(row.next());
                return row.getInt(1);
            }
        }
    }
}
