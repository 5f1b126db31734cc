// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Clocks of real orders that wait for the desk, in a time that a test moves on. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class PausesTest {

    @Inject
    TestClock time;

    @Inject
    FireClocks clocks;

    @Inject
    Pauses pauses;

    @Test
    void whatWaitsFiresNothingAndThenHasTheTimeThatWasLeft() {
        // Given
        String order = anAcknowledgedOrder();
        pass(Duration.ofHours(13), order, "ACT_LEGAL 50 RUNNING", "ACT_TARGET 50 RUNNING");
        Instant due = at(order, "actBy");
        Instant legal = at(order, "legalDue");
        Desk.clarify("google", order, "Which part?").statusCode(200);
        pass(Duration.ofHours(30), order, "ACT_LEGAL 50 WAITING", "ACT_TARGET 50 WAITING");
        // When
        Desk.reply(order, "All of it.").statusCode(200);
        // Then
        Duration waited = Duration.between(at(order, "waits[0].askedAt"), at(order, "waits[0].repliedAt"));
        assertEquals(due.plus(waited), at(order, "actBy"));
        assertEquals(legal.plus(waited), at(order, "legalDue"));
        pass(Duration.ofHours(6), order, "ACT_LEGAL 50 RUNNING", "ACT_TARGET 50 RUNNING");
        pass(Duration.ofMinutes(30), order, "ACT_LEGAL 80 RUNNING", "ACT_TARGET 80 RUNNING");
        pass(Duration.ofHours(5), order, "ACT_LEGAL 100 EXPIRED", "ACT_TARGET 100 EXPIRED");
        assertEquals(
                List.of("act-legal 50", "act-legal 80", "act-target 50", "act-target 80"), near(order, 4, "google"));
    }

    @Test
    void aClockThatTheLawRestartsHasAllOfItsTimeAgain() {
        // Given
        String order = Desk.anOrderUnderTco(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        pass(Duration.ofMinutes(31), order, "ACT_LEGAL 50 RUNNING", "ACT_TARGET 0 RUNNING");
        Instant due = at(order, "actBy");
        Desk.impossible("google", order, "MANIFEST_ERROR").statusCode(200);
        pass(Duration.ofHours(2), order, "ACT_LEGAL 50 WAITING", "ACT_TARGET 0 WAITING");
        // When
        Desk.reply(order, "There is none.").statusCode(200);
        // Then
        Instant replied = at(order, "waits[0].repliedAt");
        assertEquals(replied.plus(Duration.ofHours(1)), at(order, "legalDue"));
        assertEquals(due.plus(Duration.between(at(order, "waits[0].askedAt"), replied)), at(order, "actBy"));
        pass(Duration.ofMinutes(40), order, "ACT_LEGAL 50 RUNNING", "ACT_TARGET 0 RUNNING");
        pass(Duration.ofMinutes(10), order, "ACT_LEGAL 80 RUNNING", "ACT_TARGET 0 RUNNING");
        assertEquals(List.of("RESTART", "RESUME"), Desk.query("""
                        select ending from clock_pause p join clock c on c.id = p.clock_id
                        where c.order_id = ?::uuid order by 1""", order));
    }

    @Test
    void aClockWhoseTimeWasOverBeforeDoesNotWait() {
        // Given
        String order = Desk.anOrder(aReport().election(true));
        Desk.acknowledge("google", order).statusCode(200);
        pass(Duration.ofMinutes(61), order, "ACT_LEGAL 0 RUNNING", "ACT_TARGET 100 EXPIRED");
        Instant target = at(order, "actBy");
        // When
        Desk.clarify("google", order, "Which part?").statusCode(200);
        time.advance(Duration.ofHours(1));
        Desk.reply(order, "All of it.").statusCode(200);
        // Then
        assertEquals(target, at(order, "actBy"));
        expect(order, "ACT_LEGAL 0 RUNNING", "ACT_TARGET 100 EXPIRED");
    }

    @Test
    void anEarlierProofOfReceiptKeepsWhatWasWaited() {
        // Given
        String order = anAcknowledgedOrder();
        Desk.clarify("google", order, "Which part?").statusCode(200);
        time.advance(Duration.ofHours(1));
        Desk.reply(order, "All of it.").statusCode(200);
        Instant received = at(order, "receivedAt");
        Instant due = at(order, "actBy");
        Instant proof = at(order, "issuedAt").plusMillis(1);
        // When
        Desk.ratna()
                .body(Map.of("route", "courier", "proof", "RR-1", "servedAt", proof.toString()))
                .post("/v1/orders/{id}/service", order)
                .then()
                .statusCode(200);
        // Then
        assertEquals(proof, at(order, "receivedAt"));
        assertEquals(due.minus(Duration.between(proof, received)), at(order, "actBy"));
    }

    @Test
    void theDesksReplyHasAClockOfItsOwnForEachWait() {
        // Given
        String order = Desk.anOrder(aReport().election(true));
        Desk.clarify("google", order, "Which part?").statusCode(200);
        assertEquals(
                Duration.ofMinutes(30), Duration.between(at(order, "waits[0].askedAt"), at(order, "waits[0].replyBy")));
        // When
        time.advance(Duration.ofMinutes(31));
        await().atMost(Duration.ofSeconds(30)).until(() -> replies(order).equals(List.of("100 EXPIRED")));
        Desk.reply(order, "All of it.").statusCode(200);
        Desk.clarify("google", order, "Which channel?").statusCode(200);
        Desk.reply(order, "Any.").statusCode(200);
        // Then
        assertEquals(List.of("100 EXPIRED", "0 STOPPED"), replies(order));
        assertEquals(List.of("clarification-reply 50", "clarification-reply 80"), near(order, 2, ""));
        Desk.events("triage.order.v1", "order.overdue", order, 1);
    }

    private static List<String> replies(String order) {
        return Desk.query("""
                select fired || ' ' || state from clock
                where order_id = ?::uuid and kind = 'CLARIFICATION_REPLY' order by round""", order);
    }

    @Test
    void aMarkThatFallsDueWhileSomebodyPausesWaitsToo() throws Exception {
        // Given
        String order = anAcknowledgedOrder();
        // When
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.requiringNew().call(() -> {
                pauses.begin(UUID.fromString(order), time.instant());
                time.advance(Duration.ofHours(25));
                return elsewhere.submit(clocks::fireDue).get();
            });
        }
        // Then
        pass(Duration.ofHours(1), order, "ACT_LEGAL 0 WAITING", "ACT_TARGET 0 WAITING");
    }

    @Test
    void pausingAndFiringAtOnceFireEachMarkOnce() throws Exception {
        // Given
        List<String> orders =
                IntStream.range(0, 8).mapToObj(i -> anAcknowledgedOrder()).toList();
        List<Callable<Void>> work = new ArrayList<>();
        for (String order : orders) {
            work.add(() -> {
                Desk.clarify("google", order, "Which part?").statusCode(200);
                return null;
            });
            work.add(() -> {
                clocks.fireDue();
                return null;
            });
        }
        time.advance(Duration.ofHours(13));
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        // Then
        for (String order : orders) {
            List<String> paused = marks(order);
            pass(Duration.ofHours(2), order, paused.toArray(String[]::new));
            Desk.reply(order, "All of it.").statusCode(200);
            expect(order, "ACT_LEGAL 50 RUNNING", "ACT_TARGET 50 RUNNING");
            assertEquals(List.of("act-legal 50", "act-target 50"), near(order, 2, "google"));
        }
    }

    private String anAcknowledgedOrder() {
        String order = Desk.anOrder(aReport());
        Desk.acknowledge("google", order).statusCode(200);
        return order;
    }

    private void pass(Duration duration, String order, String... marks) {
        time.advance(duration);
        expect(order, marks);
    }

    /** All that is due has been fired, and this is how the platform's clocks stand. */
    private void expect(String order, String... marks) {
        ClockFixture.fireAll();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertEquals(List.of(marks), marks(order)));
    }

    private static List<String> marks(String order) {
        return Desk.query("""
                select kind || ' ' || fired || ' ' || state from clock
                where order_id = ?::uuid and kind like 'ACT%' order by 1""", order);
    }

    private static Instant at(String order, String path) {
        return Instant.parse(Desk.ratna().get("/v1/orders/{id}", order).path(path));
    }

    /** The warnings about the clocks of which this audience is told. */
    private static List<String> near(String order, int count, String audience) {
        return new KafkaTopic("triage.order.v1")
                        .await(count, message -> {
                            Map<String, String> headers = KafkaTopic.headers(message);
                            return order.equals(headers.get("ce_subject"))
                                    && "id.siaga.order.deadline-near.v1".equals(headers.get("ce_type"))
                                    && audience.equals(headers.get("ce_audience"));
                        })
                        .stream()
                        .map(Desk::json)
                        .map((JsonNode near) -> near.get("clock").asText() + " "
                                + near.get("percent").asInt())
                        .sorted()
                        .toList();
    }
}
