// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import static id.siaga.suite.deployed.PodSecrets.SERVICES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What the chart tells the services is what they need: to migrate and end, and to serve without the owner of their data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployedIT {

    private static final Duration START = Duration.ofMinutes(2);

    /** Where the chart's ServiceMonitors ask. */
    private static final String METRICS = "/q/metrics";

    /** Where each answers nobody without a token. */
    private static final Map<String, String> GUARDED =
            Map.of("intake", "/v1/reports", "triage", "/v1/cases", "notification", "/v1/endpoints");

    private static final String MIGRATED_BY_THE_NEXT = """
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                               execution_time, success)
            select max(installed_rank) + 1, '%s', 'next', 'SQL', 'next.sql', 1, max(installed_by), 0, true
            from flyway_schema_history""";

    private static @Nullable DeployedSuite suite;

    @BeforeAll
    static void start() throws Exception {
        suite = new DeployedSuite(Path.of("target/deployed"));
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(1)
    void nothingServesADatabaseThatWasNotMigrated() throws Exception {
        try (PackagedService intake = suite().serve("intake", "unmigrated", Map.of())) {
            assertNotEquals(0, intake.awaitEnd(START));
        }
        assertEquals(0, suite().tables("intake"));
    }

    @Test
    @Order(2)
    void aMigrationThatCannotBeDoneFails() throws Exception {
        try (PackagedService migration =
                suite().migrate("intake", "not-the-owner", Map.of("QUARKUS_FLYWAY_PASSWORD", "wrong"))) {
            assertNotEquals(0, migration.awaitEnd(START));
        }
        assertEquals(0, suite().tables("intake"));
    }

    @Test
    @Order(3)
    void aMigrationNeedsTheDatabaseAndItsOwnerOnlyAndEnds() throws Exception {
        for (String service : SERVICES) {
            try (PackagedService migration = suite().migrate(service, "migrate", Map.of())) {
                assertEquals(0, migration.awaitEnd(START), () -> "see " + suite().log(service, "migrate"));
            }
            assertTrue(suite().tables(service) > 3, service + " has no tables");
        }
    }

    @Test
    @Order(4)
    void nothingIsSentInClearBetweenMachines() throws Exception {
        try (PackagedService intake = suite().serve("intake", "in-clear", Map.of("SIAGA_KAFKA_LOCAL", "false"))) {
            assertNotEquals(0, intake.awaitEnd(START));
        }
        String log = Files.readString(suite().log("intake", "in-clear"));
        assertTrue(log.contains("KAFKA_SECURITY_PROTOCOL) is PLAINTEXT"), log);
    }

    @Test
    @Order(5)
    void nothingServesADatabaseThatLacksAMigration() throws Exception {
        suite().asOwner("intake", "update flyway_schema_history set version = '900' where version = '0.4'");
        try (PackagedService intake = suite().serve("intake", "behind", Map.of())) {
            assertNotEquals(0, intake.awaitEnd(START));
        } finally {
            suite().asOwner("intake", "update flyway_schema_history set version = '0.4' where version = '900'");
        }
        String log = Files.readString(suite().log("intake", "behind"));
        assertTrue(log.contains("Detected resolved migration not applied to database: 0.4"), log);
    }

    @Test
    @Order(6)
    void whoIsRolledBackServesWhatTheNextVersionHasMigrated() throws Exception {
        // Given migrations of a service and of a mechanism that this version does not know
        suite().asOwner("intake", MIGRATED_BY_THE_NEXT.formatted("900"));
        suite().asOwner("intake", MIGRATED_BY_THE_NEXT.formatted("0.900"));
        try (PackagedService migration = suite().migrate("intake", "migrate-back", Map.of());
                PackagedService intake = suite().serve("intake", "back", Map.of())) {
            // When
            awaitReadiness(Map.of("intake", intake), "intake", true);

            // Then
            assertEquals(0, migration.awaitEnd(START), () -> "see " + suite().log("intake", "migrate-back"));
            assertEquals(401, intake.status(Objects.requireNonNull(GUARDED.get("intake"))));
        }
    }

    @Test
    @Order(7)
    void theyServeAndLiveOnWithoutTheirDatabaseAndStopInTime() throws Exception {
        Map<String, PackagedService> running = new HashMap<>();
        try {
            for (String service : SERVICES) {
                running.put(service, suite().serve(service, "serve", Map.of()));
            }
            for (String service : SERVICES) {
                awaitReadiness(running, service, true);
                PackagedService one = one(running, service);
                assertEquals(200, one.managementStatus(pod(service).probe("startup")), service);
                assertEquals(200, one.managementStatus(METRICS), service);
                assertEquals(401, one.status(Objects.requireNonNull(GUARDED.get(service))), service);
            }

            suite().stopPostgres();
            for (String service : SERVICES) {
                awaitReadiness(running, service, false);
                assertEquals(
                        200,
                        one(running, service).managementStatus(pod(service).probe("liveness")),
                        service + " would be killed");
            }
            suite().startPostgres();
            for (String service : SERVICES) {
                awaitReadiness(running, service, true);
            }

            running.values().forEach(PackagedService::terminate);
            for (String service : SERVICES) {
                // As the JVM tells that a signal has ended it.
                assertEquals(143, one(running, service).awaitEnd(pod(service).grace()), service);
            }
        } finally {
            running.values().forEach(PackagedService::close);
        }
    }

    private static void awaitReadiness(Map<String, PackagedService> running, String service, boolean ready) {
        one(running, service).awaitReadiness(pod(service).probe("readiness"), ready, START);
    }

    private static DeployedPod pod(String service) {
        return Rendered.LOCAL.serving(service);
    }

    private static PackagedService one(Map<String, PackagedService> running, String service) {
        return Objects.requireNonNull(running.get(service));
    }

    private static DeployedSuite suite() {
        return Objects.requireNonNull(suite);
    }
}
