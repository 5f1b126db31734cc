// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.Build;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.suite.Checkout;
import id.siaga.suite.OwnedDatabase;
import id.siaga.suite.RunningSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The suite is upgraded to a build of the next version and back, under load, as RUNBOOK says. {@code ./siaga test --upgrade}
 * makes that build: this checkout with another version and a migration more of each service.
 */
@EnabledIfSystemProperty(named = RollingUpgradeIT.NEXT, matches = ".+", disabledReason = "./siaga test --upgrade")
class RollingUpgradeIT {

    /** Where the build of the next version lies. */
    static final String NEXT = "siaga.upgrade.next";

    private static final Path DATA = Path.of("target", "upgrade").toAbsolutePath();
    private static final String PLATFORM = "tiktok";
    private static final Duration SOON = Duration.ofMinutes(2);

    /** Readers before those who write: schemas of events only grow. */
    private static final List<Service> FORWARD = List.of(Service.NOTIFICATION, Service.TRIAGE, Service.INTAKE);

    /** As the chart has it. */
    private static final Map<String, String> DEPLOYED = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUARKUS_FLYWAY_VALIDATE_AT_START", "true",
            "QUARKUS_SHUTDOWN_DELAY", "10S");

    /** One comes due about every second for as long as it may take. */
    private static final int CLOCKS = 900;

    private static final Duration COMING_DUE = Duration.ofMinutes(15);

    /** A replica that is told to stop fires on; nobody has to notice that it is gone. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private final Path books = DATA.resolve("books-" + UUID.randomUUID());
    private final List<AutoCloseable> opened = new ArrayList<>();
    private LocalStack stack;
    private Rollout rollout;
    private SinkLedger sink;
    private TopicWatch topics;
    private DueClocks clocks;
    private Traffic traffic;
    private Api patient;

    @BeforeEach
    void startTwoOfEach() throws Exception {
        RunningSuite.keepPrograms(DATA);
        stack = open(LocalStack.start(StackOptions.of(Checkout.ROOT)
                .withData(DATA)
                .withFreshData(true)
                .withServices(new ServiceOptions(Checkout.SERVICES, false, Map.of()))));
        rollout = open(new Rollout(stack));
        rollout.begin(new Build(Checkout.ROOT, DEPLOYED));
        Suite own = Suite.read(stack.endpointsFile());
        Suite behindDoors = new Suite(own.tokenEndpoint(), rollout.doors(), own.identities());
        Files.createDirectories(books);
        Receipts receipts = open(new Receipts(books.resolve("receipts.ndjson")));
        patient = new Api(behindDoors, receipts, Backoff.patient(), Clock.systemUTC());
        sink = open(new SinkLedger(books.resolve("ledger.ndjson")));
        topics = open(new TopicWatch(stack.endpoints().kafka().bootstrapServers()));
        clocks = open(new DueClocks(
                requireNonNull(stack.endpoints().postgres().databases().get("triage"))));
        Registration.of(patient, sink, PLATFORM, "order.*");
        for (String reporter : Round.REPORTERS) {
            Registration.of(patient, sink, reporter, "report.status-changed");
        }
        Backoff once = new Backoff(1, Duration.ZERO, Duration.ZERO);
        traffic = open(new Traffic(new Api(behindDoors, receipts, once, Clock.systemUTC())));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable last : opened.reversed()) {
            last.close();
        }
    }

    private <T extends AutoCloseable> T open(T one) {
        opened.add(one);
        return one;
    }

    @Test
    void noCallFailsAndNothingIsLostWhileTheSuiteIsUpgradedAndRolledBack() throws Exception {
        // Given
        Build present = new Build(Checkout.ROOT, DEPLOYED);
        Build next = new Build(Path.of(System.getProperty(NEXT)), DEPLOYED);
        String version = rollout.versions(Service.INTAKE).getFirst();
        clocks.comeDue(CLOCKS, COMING_DUE);
        traffic.begin();
        await().atMost(SOON).until(() -> traffic.orders().size() > 2);

        // When
        assertNotServing(next);
        migrate(next);
        for (Service service : FORWARD) {
            rollout.replace(service, next);
            assertEveryReplicaIs(service, version + "-next");
        }
        int before = traffic.orders().size();
        await().atMost(SOON).until(() -> traffic.orders().size() > before + 2);
        for (Service service : FORWARD.reversed()) {
            rollout.replace(service, present);
            assertEveryReplicaIs(service, version);
        }
        contract();
        int after = traffic.orders().size();
        await().atMost(SOON).until(() -> traffic.orders().size() > after + 2);
        List<Long> late = clocks.late();
        traffic.close();

        // Then
        System.out.printf(
                "upgrade: %d calls, %d of them made again on another connection; %d reports, %d orders, %d marks fired, the"
                        + " latest %d ms late%n",
                traffic.calls(),
                traffic.cutOff(),
                traffic.accepted().size(),
                traffic.orders().size(),
                late.size(),
                late.getLast());
        assertEquals(List.of(), traffic.failures());
        assertEquals(0, rollout.turnedAway(), "nobody was ready");
        assertTrue(late.getLast() < LATE.toMillis(), "a mark was fired late");
        await().atMost(SOON).until(() -> topics.linked().containsAll(traffic.accepted()));
        new Account(patient, books, sink, Round.REPORTERS, PLATFORM).check(traffic.orders());
        assertTrue(traffic.pulled().containsAll(traffic.ofPuller()), "the feed has a gap");
        assertEquals(0, topics.deadLetters());
    }

    /** Nobody forgets to migrate. */
    private void assertNotServing(Build next) throws Exception {
        Process unmigrated = stack.command("triage-service", "unmigrated", next);
        assertNotEquals(0, unmigrated.waitFor());
        String log = Files.readString(DATA.resolve("logs/unmigrated.log"));
        assertTrue(log.contains("Detected resolved migration not applied to database: 900"), log);
    }

    private void migrate(Build next) throws Exception {
        for (Service service : Service.values()) {
            String name = service.id() + "-migrate";
            Process migration = stack.command(service.id(), name, next, "migrate");
            assertEquals(0, migration.waitFor(), () -> "see " + DATA.resolve("logs/" + name + ".log"));
        }
    }

    private void assertEveryReplicaIs(Service service, String version) {
        assertEquals(List.of(version, version), rollout.versions(service));
    }

    /** What the next version has added goes again, as a later one would have it. */
    private void contract() throws SQLException {
        Map<String, String> widened = Map.of("intake", "report", "triage", "orders", "notification", "delivery");
        for (Map.Entry<String, String> one : widened.entrySet()) {
            try (OwnedDatabase owner = OwnedDatabase.open(
                    requireNonNull(stack.endpoints().postgres().databases().get(one.getKey())))) {
                owner.execute("alter table " + one.getValue() + " drop column next_note");
                owner.execute("drop table next_thing");
            }
        }
    }
}
