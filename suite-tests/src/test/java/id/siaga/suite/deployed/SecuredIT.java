// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import static id.siaga.suite.deployed.PodSecrets.SERVICES;
import static id.siaga.suite.deployed.SecuredSuite.HOST;
import static id.siaga.suite.deployed.SecuredSuite.LONG;
import static id.siaga.suite.deployed.SecuredSuite.STRANGER;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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

/** What the chart tells the services of TLS and logins is what a PostgreSQL and a Kafka want that take nothing in clear. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredIT {

    private static final String UNKNOWN_AUTHORITY = "PKIX path ";
    private static final String LAG_IS_KNOWN = "siaga_inbox_lag_records\\{[^}]*} [0-9].*";

    private static final Map<String, String> CHANNELS =
            Map.of("intake", "links-in", "triage", "reports-in", "notification", "events-in");

    private static @Nullable SecuredSuite suite;
    private static @Nullable Reporting reporting;

    @BeforeAll
    static void start() throws Exception {
        suite = new SecuredSuite(Path.of("target/secured"));
        reporting = new Reporting(suite);
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(1)
    void postgresTakesNothingInClear() throws Exception {
        SQLException refused = assertThrows(
                SQLException.class, () -> DriverManager.getConnection(suite().database("intake", "&sslmode=disable"))
                        .close());
        assertTrue(String.valueOf(refused.getMessage()).contains("no encryption"), refused::toString);
        DriverManager.getConnection(suite().database("intake", "&sslmode=require"))
                .close();
    }

    @Test
    @Order(1)
    void kafkaTakesNothingInClearAndNobodyWithoutLogin() throws Exception {
        assertFalse(KafkaUsers.answersInClear(suite().brokers()));
        assertFalse(suite().users().letsInWithoutLogin());
        assertEquals(0, suite().users().written("intake.report.v1"));
    }

    @Test
    @Order(2)
    void nothingIsMigratedThatAnUnknownAuthorityVouchesFor() throws Exception {
        try (PackagedService migration = suite().migrate("intake", "migrate-unknown", unknown("postgresql-ca"))) {
            assertNotEquals(0, migration.awaitEnd(LONG));
        }
        assertTrue(suite().said("intake", "migrate-unknown").contains(UNKNOWN_AUTHORITY));
        assertEquals(0, suite().number("intake", "select count(*) from pg_tables where schemaname = 'public'"));
    }

    @Test
    @Order(3)
    void theyMigrate() throws Exception {
        for (String service : SERVICES) {
            try (PackagedService migration = suite().migrate(service, "migrate", Map.of())) {
                assertEquals(0, migration.awaitEnd(LONG), service);
            }
        }
    }

    @Test
    @Order(4)
    void nothingServesADatabaseThatAnUnknownAuthorityVouchesForOrThatHasAnotherName() throws Exception {
        Map<String, String> misnamed = Map.of("jdbc:postgresql://" + HOST, "jdbc:postgresql://127.0.0.1");
        assertDoesNotServe("unknown-database", unknown("postgresql-ca"), UNKNOWN_AUTHORITY);
        assertDoesNotServe("misnamed-database", misnamed, "could not be verified by hostnameverifier");
    }

    private static void assertDoesNotServe(String name, Map<String, String> otherwise, String why) throws Exception {
        try (PackagedService intake = suite().serve("intake", name, otherwise)) {
            assertNotEquals(0, intake.awaitEnd(LONG), name);
        }
        assertTrue(suite().said("intake", name).contains(why), name);
    }

    @Test
    @Order(5)
    void nothingIsToldABrokerThatAnUnknownAuthorityVouchesFor() throws Exception {
        try (PackagedService intake = suite().serveReady("intake", "unknown-broker", unknown("kafka-ca"))) {
            reporting().assertIntakeIsAlone(intake, "unknown-broker", UNKNOWN_AUTHORITY);
        }
    }

    @Test
    @Order(5)
    void nothingIsToldABrokerOfAnotherName() throws Exception {
        String brokers = suite().brokers();
        Map<String, String> misnamed = Map.of(brokers, brokers.replace(HOST, "127.0.0.1"));
        try (PackagedService intake = suite().serveReady("intake", "misnamed-broker", misnamed)) {
            reporting().assertIntakeIsAlone(intake, "misnamed-broker", "No subject alternative names matching");
        }
    }

    @Test
    @Order(6)
    void whoseLoginIsRefusedSaysSoAndGoesOnByItselfOnceItIsNot() throws Exception {
        // Given
        Password right = suite().password("intake");
        Password wrong = Password.create();
        // At DEBUG it says as much as it can be made to.
        Map<String, String> login = Map.of(right.login("intake"), wrong.login("intake"), "INFO", "DEBUG");
        try (PackagedService intake = suite().serveReady("intake", "refused", login)) {
            reporting().assertIntakeIsAlone(intake, "refused", "invalid credentials with SASL mechanism SCRAM-SHA-512");

            // When
            suite().users().admit("intake", wrong);

            // Then
            reporting().awaitIntakeInTouch(intake);
        } finally {
            suite().users().admit("intake", right);
        }
        assertFalse(suite().said("intake", "refused").contains(wrong.word()));
    }

    @Test
    @Order(7)
    void whatIsReportedGoesThroughAllOfThemAlsoWhatHadToWait() throws Exception {
        Map<String, PackagedService> running = new HashMap<>();
        try {
            for (String service : SERVICES) {
                running.put(service, suite().serveReady(service, "serve", Map.of()));
            }
            reporting().submit(one(running, "intake"), "served");

            reporting().awaitCases(one(running, "intake"), one(running, "notification"));
            for (String service : SERVICES) {
                await().atMost(LONG).until(() -> one(running, service)
                        .management("/q/metrics")
                        .lines()
                        .anyMatch(line -> line.matches(LAG_IS_KNOWN)));
            }
        } finally {
            running.values().forEach(PackagedService::close);
        }
    }

    @Test
    @Order(8)
    void eachMayReadItsOwnDeadLetters() throws Exception {
        Map<String, PackagedService> redrives = new HashMap<>();
        try {
            for (String service : SERVICES) {
                String channel = Objects.requireNonNull(CHANNELS.get(service));
                suite().users().writeUnreadable(service + "-service." + channel + ".dlq");
                redrives.put(service, suite().command(service, "redrive", "redrive", channel));
            }
            for (String service : SERVICES) {
                assertEquals(1, one(redrives, service).awaitEnd(LONG), service);
                assertTrue(suite().said(service, "redrive").contains("1 dead letters were given"), service);
            }
        } finally {
            redrives.values().forEach(PackagedService::close);
        }
    }

    /** An authority that has not signed it, in place of the one that has. */
    private static Map<String, String> unknown(String secret) {
        return Map.of(suite().authority(secret), suite().authority(STRANGER));
    }

    private static PackagedService one(Map<String, PackagedService> running, String service) {
        return Objects.requireNonNull(running.get(service));
    }

    private static SecuredSuite suite() {
        return Objects.requireNonNull(suite);
    }

    private static Reporting reporting() {
        return Objects.requireNonNull(reporting);
    }
}
