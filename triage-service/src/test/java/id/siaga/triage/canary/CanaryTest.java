// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import static id.siaga.triage.canary.CanaryFixture.aCanary;
import static id.siaga.triage.canary.CanaryFixture.aForwarded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Canaries on their way through the desk, which sees nothing of them. */
@QuarkusTest
@TestProfile(CanaryFixture.SwitchedOn.class)
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CanaryTest {

    @Inject
    TestClock clock;

    private final KafkaTopic orders = new KafkaTopic("triage.order.v1");

    @Test
    void itIsForwardedToItsPartyOnlyAndHasTheTimeOfAnUrgentOrder() {
        // Given
        CanaryFixture canary = aCanary();

        // When
        canary.issue();

        // Then
        JsonNode told = forwarded(canary);
        assertEquals(canary.issuedAt(), Instant.parse(told.path("issuedAt").asText()));
        Instant forwardedAt = Instant.parse(told.path("forwardedAt").asText());
        assertEquals(
                forwardedAt.plus(Duration.ofMinutes(5)),
                Instant.parse(told.path("serveBy").asText()));
        Map<String, String> headers = KafkaTopic.headers(all(canary).getFirst());
        assertEquals(CanaryFixture.PARTY, headers.get("ce_audience"));
        assertEquals("1", headers.get("ce_sequence"));
    }

    @Test
    void theDeskSeesNothingOfIt() {
        // Given
        List<String> before = desk();
        CanaryFixture canary = aCanary();

        // When
        canary.issue();

        // Then
        assertFalse(forwarded(canary).isEmpty());
        assertEquals(before, desk());
    }

    @Test
    void whatIsIssuedAgainByAnotherEventIsForwardedOnce() {
        // Given
        CanaryFixture canary = aCanary();
        CanaryFixture last = aCanary();

        // When
        canary.issue();
        canary.issue();
        last.issueBehind(canary);

        // Then: each is published by a relay of its own
        assertFalse(forwarded(canary).isEmpty());
        assertFalse(forwarded(last).isEmpty());
        assertEquals(1, all(canary).size());
    }

    @Test
    void afterADayItIsForgottenAndItsReceiptChangesNothing() {
        // Given
        CanaryFixture old = aForwarded();
        clock.advance(Duration.ofDays(1).plusMinutes(1));

        // When
        CanaryFixture fresh = aForwarded();

        // Then
        assertFalse(old.isKnown());
        old.receiveBehind(fresh, "delivered");
        fresh.receive("delivered");
        fresh.awaitReceived();
    }

    private static JsonNode forwarded(CanaryFixture canary) {
        return Desk.events("triage.order.v1", "canary.forwarded", canary.id(), 1)
                .getFirst();
    }

    private List<ConsumerRecord<String, byte[]>> all(CanaryFixture canary) {
        return orders.all(
                one -> canary.id().toString().equals(KafkaTopic.headers(one).get("ce_subject")));
    }

    /** How much there is of all that people of the desk look at. */
    private static List<String> desk() {
        return Stream.of("case_file", "reported_item", "orders", "task", "record", "clock", "stream_event")
                .map(table -> table + " "
                        + Desk.query("select count(*) from " + table).getFirst())
                .toList();
    }
}
