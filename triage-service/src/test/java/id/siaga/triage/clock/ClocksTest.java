// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Clocks of real orders, in a time that a test moves on. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ClocksTest {

    @Inject
    TestClock time;

    @Inject
    FireClocks clocks;

    @Test
    void theLimitsAreShortForWhatIsUrgentOrAboutAnElection() {
        // Given
        String calm = Desk.anOrder(aReport());
        String election = Desk.anOrder(aReport().election(true));
        // Then
        assertEquals(Duration.ofHours(1), between(calm, "issuedAt", "serveBy"));
        assertEquals(Duration.ofMinutes(5), between(election, "issuedAt", "serveBy"));
        Desk.acknowledge("google", calm);
        Desk.acknowledge("google", election);
        assertEquals(Duration.ofHours(24), between(calm, "receivedAt", "actBy"));
        assertEquals(Duration.ofHours(24), between(calm, "receivedAt", "legalDue"));
        assertEquals(Duration.ofHours(1), between(election, "receivedAt", "actBy"));
        assertEquals(Duration.ofHours(4), between(election, "receivedAt", "legalDue"));
    }

    private static Duration between(String order, String from, String to) {
        Map<String, String> times = Desk.ratna().get("/v1/orders/{id}", order).path("");
        return Duration.between(Instant.parse(times.get(from)), Instant.parse(times.get(to)));
    }

    @Test
    void eachMarkIsToldOnceHoweverManyFire() throws Exception {
        // Given
        List<String> orders = IntStream.range(0, 10)
                .mapToObj(i -> Desk.anOrder(aReport().from("kpu")))
                .toList();
        orders.forEach(order -> Desk.acknowledge("google", order).statusCode(200));
        // When
        for (Duration step : List.of(Duration.ofHours(13), Duration.ofHours(7), Duration.ofHours(5))) {
            time.advance(step);
            fireFromManyThreads();
        }
        // Then
        for (String order : orders) {
            assertEquals(
                    List.of("ACT_LEGAL 100 EXPIRED", "ACT_TARGET 100 EXPIRED", "SERVICE 0 STOPPED"),
                    Desk.query(
                            "select kind || ' ' || fired || ' ' || state from clock where order_id = ?::uuid order by 1",
                            order));
            List<JsonNode> near = Desk.events("triage.order.v1", "order.deadline-near", order, 4);
            assertEquals(
                    List.of("act-legal 50", "act-legal 80", "act-target 50", "act-target 80"),
                    near.stream()
                            .map(n -> n.get("clock").asText() + " "
                                    + n.get("percent").asInt())
                            .sorted()
                            .toList());
            Desk.events("triage.order.v1", "order.overdue", order, 2);
            List<Map<String, String>> all = new KafkaTopic("triage.order.v1")
                            .await(
                                    9,
                                    message -> order.equals(
                                            KafkaTopic.headers(message).get("ce_subject")))
                            .stream()
                            .map(KafkaTopic::headers)
                            .toList();
            assertEquals(
                    IntStream.rangeClosed(1, 9).mapToObj(Integer::toString).toList(),
                    all.stream().map(h -> h.get("ce_sequence")).toList());
        }
    }

    private void fireFromManyThreads() throws Exception {
        List<Callable<Void>> replicas = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            replicas.add(() -> {
                for (int round = 0; round < 20; round++) {
                    clocks.fireDue();
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(replicas.size())) {
            for (Future<Void> replica : threads.invokeAll(replicas)) {
                replica.get();
            }
        }
        ClockFixture.fireAll();
    }

    @Test
    void theServiceClockIsTheDesksOwnBusiness() {
        // Given
        String order = Desk.anOrder(aReport());
        // When
        time.advance(Duration.ofMinutes(31));
        // Then
        Desk.events("triage.order.v1", "order.deadline-near", order, 1);
        Map<String, String> headers = KafkaTopic.headers(new KafkaTopic("triage.order.v1")
                .await(2, message -> order.equals(KafkaTopic.headers(message).get("ce_subject")))
                .getLast());
        assertEquals("", headers.get("ce_audience"));
    }

    @Test
    void anAnswerStopsTheClocks() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        String caseId = Desk.ratna().get("/v1/orders/{id}", order).path("caseId");
        // When
        time.advance(Duration.ofHours(25));
        ClockFixture.fireAll();
        // Then
        Desk.ratna()
                .get("/v1/cases/{id}", caseId)
                .then()
                .body("clocks", hasSize(5))
                .body("clocks.findAll { it.state == 'STOPPED' && it.fired == 0 }.size()", equalTo(5));
    }
}
