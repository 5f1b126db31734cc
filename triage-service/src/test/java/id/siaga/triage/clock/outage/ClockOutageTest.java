// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.sql.Sql;
import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.triage.casework.ReportsConsumer;
import id.siaga.triage.clock.ClockFixture;
import id.siaga.triage.clock.FireClocks;
import id.siaga.web.ServiceStack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that beats when a test says so: time that is moved on without a beat is time in which no replica lived. */
@QuarkusTest
@TestProfile(ClockOutageTest.BeatsWhenTold.class)
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ClockOutageTest {

    /** Longer than a slow machine takes between two beats of a test. */
    private static final Duration GAP = Duration.ofMinutes(5);

    public static class BeatsWhenTold implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("siaga.clock.outage", "5m", "siaga.clock.beat", "1d");
        }
    }

    @Inject
    TestClock time;

    @Inject
    Pulse pulse;

    @Inject
    ExtendClocks extending;

    @Inject
    FireClocks clocks;

    @Inject
    Sql sql;

    @Inject
    Outages outages;

    @Inject
    ReportsConsumer consumer;

    @BeforeEach
    void theServiceLives() {
        restart();
    }

    @Test
    void twoHoursWithoutSiagaFireNothingAndEveryClockIsDueLaterByThem() {
        // Given
        String order = Desk.anOrder(aReport().election(true));
        Desk.acknowledge("google", order).statusCode(200);
        UUID unseen = Desk.aCase(aReport().election(true));
        live(Duration.ofMinutes(5));
        Instant actBy = at(order, "actBy");
        Instant legalDue = at(order, "legalDue");
        Instant triage = triageDue(unseen);
        // When
        Instant died = beaten();
        time.advance(Duration.ofHours(2));
        assertEquals(0, clocks.fireDue(), "by a pulse that has stopped");
        assertTrue(pulse.beat());
        assertEquals(0, clocks.fireDue(), "before clocks are extended");
        extendAll();
        // Then
        Duration outage = Duration.between(died, beaten());
        assertEquals(0, clocks.fireDue());
        assertEquals(actBy.plus(outage), at(order, "actBy"));
        assertEquals(legalDue.plus(outage), at(order, "legalDue"));
        assertEquals(triage.plus(outage), triageDue(unseen));
        assertEquals(List.of("0", "0", "0"), fired(order));
        assertEquals(List.of("2"), Desk.query("""
                        select count(*) from record where act = 'clock-extended' and case_id =
                            (select case_id from orders where id = ?::uuid)""", order));
        live(Duration.ofMinutes(26));
        assertEquals(List.of("0", "50", "0"), fired(order));
    }

    @Test
    void aReplicaThatDiesWhileAnotherLivesIsNoOutage() {
        // Given
        String order = Desk.anOrder(aReport().election(true));
        Desk.acknowledge("google", order).statusCode(200);
        Instant actBy = at(order, "actBy");
        Pulse other = new Pulse(sql, outages, new OutageMetrics(new SimpleMeterRegistry()), GAP, time);
        // When
        for (int i = 0; i < 120; i++) {
            time.advance(Duration.ofSeconds(20));
            assertFalse(QuarkusTransaction.requiringNew().call(other::beat));
        }
        // Then
        assertFalse(pulse.beat());
        ClockFixture.fireAll();
        assertEquals(actBy, at(order, "actBy"));
        assertEquals(List.of("0", "50", "0"), fired(order));
    }

    @Test
    void eachClockIsExtendedOnceHoweverManyReplicasStartAgain() throws Exception {
        // Given
        List<String> orders = Collections.nCopies(6, "google").stream()
                .map(party -> {
                    String order = Desk.anOrder(aReport());
                    Desk.acknowledge(party, order).statusCode(200);
                    return order;
                })
                .toList();
        List<Instant> due = orders.stream().map(order -> at(order, "actBy")).toList();
        pulse.beat();
        Instant died = beaten();
        time.advance(Duration.ofHours(3));
        Callable<Void> replica = () -> {
            pulse.beat();
            extendAll();
            return null;
        };
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(4, replica))) {
                done.get();
            }
        }
        extendAll();
        // Then
        Duration outage = lastOutage();
        assertTrue(outage.compareTo(Duration.ofHours(3)) >= 0);
        assertEquals(
                due.stream().map(one -> one.plus(outage)).toList(),
                orders.stream().map(order -> at(order, "actBy")).toList());
        assertFalse(pulse.beat());
        assertEquals(
                List.of("1"),
                Desk.query(
                        "select count(*) from outage where began_at >= ? and recorded_by = 'siaga'",
                        died.atOffset(java.time.ZoneOffset.UTC)));
    }

    @Test
    void whatWaitedMeanwhileIsNotGivenTwice() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        Instant actBy = at(order, "actBy");
        Desk.clarify("google", order, "Which part?").statusCode(200);
        Instant replyBy = at(order, "waits[0].replyBy");
        pulse.beat();
        // When
        time.advance(Duration.ofHours(2));
        restart();
        Duration outage = lastOutage();
        Instant laterReply = at(order, "waits[0].replyBy");
        Desk.reply(order, "All of it.").statusCode(200);
        // Then
        Duration waited = Duration.between(at(order, "waits[0].askedAt"), at(order, "waits[0].repliedAt"));
        assertEquals(actBy.plus(waited), at(order, "actBy"));
        assertEquals(replyBy.plus(outage), laterReply);
    }

    @Test
    void whatIntakeTookMeanwhileHasAllOfItsTimeFromThen() {
        // Given
        time.advance(Duration.ofHours(1));
        Instant received = time.instant().truncatedTo(ChronoUnit.MICROS);
        ReportFixture report = aReport().with("submittedAt", received.toString());
        time.advance(Duration.ofHours(1));
        restart();
        Instant back = beaten();
        // When
        consumer.consume(Published.batch(List.of(report)));
        // Then
        assertEquals(back.plus(Duration.ofHours(4)), triageDue(Desk.caseOf(report)));
        ClockFixture.fireAll();
        assertEquals(
                List.of("0"),
                Desk.query("select fired from clock where subject_id = ? and kind = 'TRIAGE'", Desk.caseOf(report)));
    }

    @Test
    void whatAnOperatorRecordsExtendsTheClocksOfThoseWhoCouldNotActOnce() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        UUID unseen = Desk.aCase(aReport());
        Instant actBy = at(order, "actBy");
        Instant triage = triageDue(unseen);
        Instant from = TestClock.now();
        live(Duration.ofMinutes(2));
        Instant to = TestClock.now();
        // When
        record("PLATFORMS", from, to).statusCode(201).body("recordedBy", equalTo("siaga-ops/sari"));
        extendAll();
        // Then
        assertEquals(actBy.plus(Duration.between(from, to)), at(order, "actBy"));
        assertEquals(triage, triageDue(unseen));
        record("ALL", from, to).statusCode(409).body("type", equalTo("urn:siaga:problem:outage-known"));
        record("DESK", from, to).statusCode(201);
        extendAll();
        assertEquals(actBy.plus(Duration.between(from, to)), at(order, "actBy"));
        assertEquals(triage.plus(Duration.between(from, to)), triageDue(unseen));
    }

    @Test
    void anOutageIsOverWhenItIsRecorded() {
        Instant now = TestClock.now();
        record("DESK", now.minusSeconds(60), now.plusSeconds(60))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/to"));
        record("DESK", now, now.minusSeconds(60)).statusCode(400).body("errors[0].pointer", equalTo("/to"));
        record("DESK", now.minus(Duration.ofDays(32)), now.minus(Duration.ofDays(31)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/from"));
    }

    private static ValidatableResponse record(String affects, Instant from, Instant to) {
        return Desk.sari()
                .body(Map.of(
                        "affects",
                        affects,
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "what",
                        "webhooks",
                        "reason",
                        "A cable was cut."))
                .post("/v1/outages")
                .then();
    }

    /** All that was due is fired, with beats in between, as time passes for a service that lives. */
    private void live(Duration duration) {
        for (Duration step = Duration.ZERO; step.compareTo(duration) < 0; step = step.plusSeconds(20)) {
            time.advance(Duration.ofSeconds(20));
            pulse.beat();
        }
        ClockFixture.fireAll();
    }

    private void restart() {
        pulse.beat();
        extendAll();
    }

    private void extendAll() {
        await().atMost(Duration.ofSeconds(60)).until(() -> extending.extendSome() == 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> Desk.query("select 1 from outage where applied_at is null")
                .isEmpty());
    }

    private static Instant beaten() {
        return Desk.query("select to_char(beat_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from pulse")
                .stream()
                .map(Instant::parse)
                .findFirst()
                .orElseThrow();
    }

    private static Duration lastOutage() {
        return Desk.query(
                        "select (extract(epoch from ended_at - began_at) * 1000000)::bigint from outage order by ended_at desc limit 1")
                .stream()
                .map(micros -> Duration.of(Long.parseLong(micros), ChronoUnit.MICROS))
                .findFirst()
                .orElseThrow();
    }

    /** How far the order's clocks have come: the legal, the target, the service. */
    private static List<String> fired(String order) {
        return Desk.query("select fired from clock where order_id = ?::uuid order by kind", order);
    }

    private static Instant triageDue(UUID caseId) {
        return Instant.parse(Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .path("clocks.find { it.kind == 'triage' && it.state == 'RUNNING' }.dueAt"));
    }

    private static Instant at(String order, String path) {
        return Instant.parse(Desk.ratna().get("/v1/orders/{id}", order).path(path));
    }
}
