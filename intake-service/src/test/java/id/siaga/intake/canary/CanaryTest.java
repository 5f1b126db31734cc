// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.intake.TestClock;
import id.siaga.sql.Sql;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canaries where they are switched on; the test stands in for the scheduler. */
@QuarkusTest
@TestProfile(CanaryTest.SwitchedOn.class)
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class CanaryTest {

    /** Longer than any test takes, so that none sees the next one begin by itself. */
    private static final Duration PERIOD = Duration.ofHours(1);

    private static final int REPLICAS = 8;

    /** One in each period, for a party. */
    public static final class SwitchedOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("siaga.canary.party", "elsam", "siaga.canary.every", "1h");
        }
    }

    @Inject
    IssueCanary issue;

    @Inject
    CanaryClock canaryClock;

    @Inject
    CanaryConfig config;

    @Inject
    CanaryMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    Sql sql;

    @Inject
    TestClock clock;

    private final KafkaTopic reports = new KafkaTopic("intake.report.v1");

    @BeforeEach
    void aPeriodBegins() {
        // Not the next one, of which a test may have issued one already.
        clock.advance(Duration.between(clock.instant(), period().plus(PERIOD.multipliedBy(2))));
    }

    @Test
    void aPeriodHasOneCanaryHoweverManyReplicasThereAre() throws Exception {
        // Given
        int before = published().size();
        Instant period = period();
        Instant next = period.plus(PERIOD);

        // When
        List<Instant> issued = together(period);
        List<Instant> later = together(next);
        issue.issue(period);

        // Then
        assertEquals(before + 2, published().size());
        assertEquals(1, issued.stream().distinct().count(), "all know of the same one");
        assertEquals(1, later.stream().distinct().count());
        assertTrue(later.getFirst().isAfter(issued.getFirst()));
    }

    @Test
    void itIsWhatIsPromised() {
        // When
        canaryClock.tick();

        // Then
        ConsumerRecord<String, byte[]> canary = published().getLast();
        Contracts.own().assertValid("canary-issued.v1", canary.value());
        Map<String, String> headers = KafkaTopic.headers(canary);
        String id = JsonPath.from(new String(canary.value(), StandardCharsets.UTF_8))
                .getString("canaryId");
        assertEquals(id, headers.get("ce_subject"));
        assertEquals(id, headers.get("ce_correlationid"));
        assertEquals("1", headers.get("ce_sequence"));
        assertEquals("", headers.get("ce_audience"));
        assertTrue(headers.containsKey("traceparent"), "it can be followed");
    }

    @Test
    void periodsThatWereMissedAreNotMadeUpFor() {
        // Given
        canaryClock.tick();
        int before = published().size();
        assertTrue(age() < PERIOD.toSeconds());

        // When
        clock.advance(PERIOD.multipliedBy(5));

        // Then
        assertTrue(age() >= PERIOD.multipliedBy(5).toSeconds());
        canaryClock.tick();
        canaryClock.tick();
        assertEquals(before + 1, published().size());
        assertTrue(age() < PERIOD.toSeconds());
    }

    @Test
    void aReplicaThatWasNotTheOneKnowsOfItToo() {
        // Given
        canaryClock.tick();
        CanaryClock another = new CanaryClock(config, issue, metrics, clock);
        int before = published().size();
        metrics.unknown();
        assertTrue(Double.isNaN(age()));

        // When
        another.tick();

        // Then
        assertTrue(age() < PERIOD.toSeconds());
        assertEquals(before, published().size());
    }

    private List<Instant> together(Instant period) throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS)) {
            Callable<Instant> one = () -> issue.issue(period);
            List<Future<Instant>> issued = replicas.invokeAll(Collections.nCopies(REPLICAS, one));
            return issued.stream().map(Future::resultNow).toList();
        }
    }

    private Instant period() {
        long length = PERIOD.toMillis();
        return Instant.ofEpochMilli(clock.instant().toEpochMilli() / length * length);
    }

    private double age() {
        return registry.get("siaga.canary.issued.age").gauge().value();
    }

    /** All canaries that were published, in the order of their issue, once nothing waits to be. */
    private List<ConsumerRecord<String, byte[]>> published() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> sql.list(
                        "SELECT 1 FROM outbox LIMIT 1", row -> true)
                .isEmpty());
        return reports
                .all(one -> "id.siaga.canary.issued.v1"
                        .equals(KafkaTopic.headers(one).get("ce_type")))
                .stream()
                .sorted(Comparator.comparing(one -> KafkaTopic.headers(one).get("ce_time")))
                .toList();
    }
}
