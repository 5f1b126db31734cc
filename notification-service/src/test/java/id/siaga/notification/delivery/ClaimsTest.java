// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.NotificationStack;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.delivery.Claims.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is claimed next; in transactions that nobody else sees, since a dispatcher runs, too. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class ClaimsTest {

    private static final int PER_ENDPOINT = 12;

    private final Instant now = Clock.systemUTC().instant();

    @Inject
    Database database;

    @Inject
    Claims claims;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.rollback();
    }

    @Test
    void aPartyAloneHasNoMoreInFlightThanItLeavesFree() {
        // Given
        List<UUID> flood = endpoints("flood", 20, null);
        flood.forEach(endpoint -> lanes(endpoint, Priority.INFORMATION, 50));

        // When
        List<Claim> claimed = claim(Priority.INFORMATION, 192, Map.of(), now);

        // Then
        assertEquals(96, of(claimed, flood));
    }

    @Test
    void whoHasLeastInFlightGoesFirst() {
        // Given
        List<UUID> flood = endpoints("flood", 20, null);
        flood.forEach(endpoint -> lanes(endpoint, Priority.INFORMATION, 50));
        List<UUID> calm = endpoints("calm", 1, null);
        lanes(calm.getFirst(), Priority.INFORMATION, 5);

        // When
        List<Claim> claimed = claim(Priority.INFORMATION, 102, Map.of("flood", 90), now);

        // Then
        assertEquals(5, of(claimed, calm));
        assertEquals(4, of(claimed, flood));
    }

    @Test
    void theLastPlaceIsForWhoHasNone() {
        // Given
        List<UUID> flood = endpoints("flood", 2, null);
        flood.forEach(endpoint -> lanes(endpoint, Priority.INFORMATION, 5));

        // When
        List<Claim> others = claim(Priority.INFORMATION, 1, Map.of("flood", 1), now);
        List<Claim> none = claim(Priority.INFORMATION, 1, Map.of(), now);

        // Then
        assertEquals(0, of(others, flood));
        assertEquals(1, of(none, flood));
    }

    @Test
    void anEndpointHasNoMoreInFlightThanItsPlaces() {
        // Given
        List<UUID> endpoint = endpoints("calm", 1, null);
        lanes(endpoint.getFirst(), Priority.INFORMATION, 50);

        // When
        List<Claim> first = claim(Priority.INFORMATION, 192, Map.of(), now);
        List<Claim> second = claim(Priority.INFORMATION, 192, Map.of(), now);

        // Then
        assertEquals(PER_ENDPOINT, of(first, endpoint));
        assertEquals(0, of(second, endpoint));
    }

    @Test
    void aRateIsSpentAndComesBack() {
        // Given
        List<UUID> endpoint = endpoints("paced", 1, 8);
        lanes(endpoint.getFirst(), Priority.INFORMATION, 30);

        // When, Then
        assertEquals(2, of(claim(Priority.INFORMATION, 192, Map.of(), now), endpoint));
        assertEquals(0, of(claim(Priority.INFORMATION, 192, Map.of(), now.plusMillis(100)), endpoint));
        assertEquals(1, of(claim(Priority.INFORMATION, 192, Map.of(), now.plusMillis(130)), endpoint));
        assertEquals(2, of(claim(Priority.INFORMATION, 192, Map.of(), now.plusSeconds(10)), endpoint));
    }

    @Test
    void ordersSpendARateAndDoNotWaitForIt() {
        // Given
        List<UUID> endpoint = endpoints("paced", 1, 1);
        lanes(endpoint.getFirst(), Priority.ORDER, 5);
        lanes(endpoint.getFirst(), Priority.INFORMATION, 1);

        // When, Then
        assertEquals(5, of(claim(Priority.ORDER, 192, Map.of(), now), endpoint));
        assertEquals(0, of(claim(Priority.INFORMATION, 192, Map.of(), now.plusSeconds(4)), endpoint));
        assertEquals(1, of(claim(Priority.INFORMATION, 192, Map.of(), now.plusSeconds(5)), endpoint));
    }

    @Test
    void whereTheBreakerIsOpenOneIsLetThroughAfterItsPauseAndOrdersAlways() {
        // Given
        List<UUID> endpoint = endpoints("failing", 1, null);
        lanes(endpoint.getFirst(), Priority.INFORMATION, 5);
        lanes(endpoint.getFirst(), Priority.ORDER, 3);
        execute("""
                INSERT INTO endpoint_trouble (endpoint_id, failures, failing_since, opened_at, probe_at)
                VALUES (?, 10, now(), now(), ?)""", endpoint.getFirst(), now.plusSeconds(1));

        // When, Then
        assertEquals(0, of(claim(Priority.INFORMATION, 192, Map.of(), now), endpoint));
        assertEquals(3, of(claim(Priority.ORDER, 192, Map.of(), now), endpoint));
        assertEquals(1, of(claim(Priority.INFORMATION, 192, Map.of(), now.plusSeconds(1)), endpoint));
        assertEquals(0, of(claim(Priority.INFORMATION, 192, Map.of(), now.plusSeconds(2)), endpoint));
    }

    private List<Claim> claim(Priority priority, int free, Map<String, Integer> inFlight, Instant at) {
        return claims.claim(priority, new Room(PER_ENDPOINT, free, inFlight), at, at.plus(Duration.ofMinutes(1)));
    }

    private static int of(List<Claim> claims, List<UUID> endpoints) {
        return (int) claims.stream()
                .filter(claim -> endpoints.contains(claim.endpointId()))
                .count();
    }

    private List<UUID> endpoints(String party, int count, @Nullable Integer rate) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        ids.forEach(id -> execute("""
                INSERT INTO endpoint (id, version, party, roles, url, event_types, status, sealed_secret, created_at, rate_limit)
                VALUES (?, 0, '%s', '{}', 'https://hooks.example/', '{*}', 'ACTIVE', '', ?, %s)""".formatted(party, rate), id, now));
        return ids;
    }

    private void lanes(UUID endpoint, Priority priority, int count) {
        execute("""
                INSERT INTO lane (endpoint_id, subject, priority, due_at)
                SELECT ?, '%s' || n, %d, ?::timestamptz - interval '1 minute' FROM generate_series(1, %d) n""".formatted(priority, priority.rank(), count), endpoint, now);
    }

    private void execute(String statement, UUID id, Instant time) {
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(statement)) {
                Parameters.of(insert).id(id).time(time);
                return insert.executeUpdate();
            }
        });
    }
}
