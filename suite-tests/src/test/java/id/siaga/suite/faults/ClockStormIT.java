// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.Replica;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.suite.RunningSuite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two replicas fire a storm of clocks, and one dies while it holds some of them. */
@ExtendWith(RunningSuite.class)
class ClockStormIT {

    private static final int ORDERS = 1_000;
    private static final int CLOCKS = ORDERS * DueClocks.KINDS.size();
    private static final int MARKS = CLOCKS * DueClocks.MARKS.size();

    /** What each has to have fired before one is killed: a batch or two. */
    private static final int ENOUGH = 300;

    /** Every so many cases, one whose record is verified. */
    private static final int SAMPLE = 50;

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private static final String SERVICE = "triage-service";
    private static final String SECOND = "second-triage-service";

    private Api api;
    private Endpoints endpoints;
    private DueClocks clocks;
    private FiredMarks byFirst;
    private Replica second;

    @BeforeEach
    void startAnotherReplica(Api running, LocalStack stack) throws Exception {
        api = running;
        endpoints = stack.endpoints();
        clocks = new DueClocks(requireNonNull(endpoints.postgres().databases().get("triage")));
        byFirst =
                new FiredMarks(requireNonNull(endpoints.services().get(SERVICE)).management());
        second = stack.replicate(SERVICE, SECOND);
    }

    @AfterEach
    void stopIt() throws SQLException {
        if (second != null) {
            second.process().destroyForcibly();
        }
        if (clocks != null) {
            clocks.close();
        }
    }

    @Test
    void eachMarkIsFiredOnceThoughAReplicaDiesInTheMidst() throws Exception {
        // Given a storm that both fire
        long before = byFirst.count();
        FiredMarks bySecond = new FiredMarks(second.management());
        clocks.release(ORDERS);
        await().pollInterval(GLANCE)
                .atMost(SOON)
                .until(() -> byFirst.count() - before >= ENOUGH && bySecond.count() >= ENOUGH);

        // When one of them is killed between the clocks, which it has written, and the record
        clocks.holdRecords();
        await().pollInterval(GLANCE).atMost(SOON).until(() -> clocks.waitsInTheMidst(SECOND));
        long left = clocks.marksToFire();
        long fired = bySecond.count();
        long claimed = clocks.claimed();
        second.process().destroyForcibly().waitFor();
        assertTrue(clocks.waitsInTheMidst(SECOND), "its transaction was not open any more when it died");
        clocks.letAppend();
        await().pollInterval(GLANCE).atMost(SOON).until(() -> clocks.sessions(SECOND) == 0);
        System.out.printf(
                "storm: kill -9 with %,d of %,d marks yet to fire and %,d clocks claimed; the dead replica had fired %,d%n",
                left, MARKS, claimed, fired);

        // Then the other fires what it held, and all is told once
        await().atMost(SOON).until(() -> clocks.expired() == CLOCKS);
        await().atMost(SOON).until(clocks::published);
        assertTrue(left > 0 && claimed > 0, "the storm was over when it was killed");
        Set<DueClocks.Mark> all = allMarks();
        assertRecordedOnce(all);
        assertToldOnce(all);
        assertRecordsAreIntact();
    }

    private Set<DueClocks.Mark> allMarks() throws SQLException {
        Set<DueClocks.Mark> all = new HashSet<>();
        for (String order : clocks.orders()) {
            for (String kind : DueClocks.KINDS) {
                DueClocks.MARKS.forEach(mark -> all.add(new DueClocks.Mark(order, kind, mark)));
            }
        }
        return all;
    }

    private void assertRecordedOnce(Set<DueClocks.Mark> all) throws SQLException {
        Map<DueClocks.Mark, Long> recorded =
                clocks.recorded().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(all, recorded.keySet(), "every mark is on the record, and nothing else");
        recorded.values().removeIf(times -> times == 1);
        assertEquals(Map.of(), recorded, "marks on the record more than once");
    }

    private void assertToldOnce(Set<DueClocks.Mark> all) throws SQLException {
        FiredEvents events = FiredEvents.of(endpoints.kafka().bootstrapServers(), Set.copyOf(clocks.orders()));
        assertEquals(all, events.marks().keySet(), "every mark is told, and nothing else");
        Map<DueClocks.Mark, Set<String>> twice = new HashMap<>(events.marks());
        twice.values().removeIf(ids -> ids.size() == 1);
        assertEquals(Map.of(), twice, "marks told by more than one event");
        // A reminder for each target that was missed, after the news of it.
        assertEquals(MARKS + ORDERS, events.distinct());
        Set<Long> expected =
                LongStream.rangeClosed(2, 2 + MARKS / ORDERS).boxed().collect(Collectors.toSet());
        events.numbers().forEach((order, numbers) -> {
            assertEquals(expected, numbers.keySet(), "the numbers of the events of order " + order);
            assertTrue(numbers.values().stream().allMatch(ids -> ids.size() == 1), "two events under one number");
        });
        System.out.printf(
                "storm: %,d marks on the record and told, each once; %,d events came again under their own id%n",
                MARKS, events.again());
    }

    private void assertRecordsAreIntact() throws SQLException {
        List<String> cases = clocks.cases();
        for (int one = 0; one < cases.size(); one += SAMPLE) {
            JsonNode found = api.send(
                            api.suite().identity("ombudsman"),
                            Call.get(Service.TRIAGE, "/v1/cases/" + cases.get(one) + "/record/verification"))
                    .orThrow();
            assertEquals("INTACT", found.path("result").asText(), found.toString());
        }
    }
}
