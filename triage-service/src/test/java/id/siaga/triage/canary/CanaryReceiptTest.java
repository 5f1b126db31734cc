// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import static id.siaga.triage.canary.CanaryFixture.SOON;
import static id.siaga.triage.canary.CanaryFixture.aForwarded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of canaries that arrive, or do not. */
@QuarkusTest
@TestProfile(CanaryFixture.SwitchedOn.class)
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CanaryReceiptTest {

    @Inject
    ReceiveCanary receiving;

    @Inject
    CanaryMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    TestClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "committed"})
    void itsReceiptIsNotedOnce(String how) {
        // Given
        CanaryFixture canary = aForwarded();
        canary.receive(how);
        canary.awaitReceived();
        List<String> received = canary.received();

        // When it is told again, and that it was given up elsewhere
        canary.receive(how);
        canary.giveUp();
        CanaryFixture next = aForwarded();
        next.receiveBehind(canary, how);

        // Then what was told behind that is taken
        next.awaitReceived();
        assertEquals(received, canary.received());
    }

    @Test
    void itsTripIsMeasuredOnceAndOnlyWhereItsReceiptIsNoted() {
        // Given
        CanaryFixture canary = aForwarded();
        long trips = trips();
        Instant at = TestClock.now();

        // When
        QuarkusTransaction.begin();
        receiving.received(canary.id(), at);
        QuarkusTransaction.rollback();
        assertEquals(trips, trips());
        QuarkusTransaction.requiringNew().run(() -> receiving.received(canary.id(), at));
        QuarkusTransaction.requiringNew().run(() -> receiving.received(canary.id(), at));

        // Then
        assertEquals(trips + 1, trips());
    }

    @Test
    void agesRiseWhereItGoesNoFurther() {
        // Given
        CanaryFixture first = aForwarded();
        first.receive("delivered");
        first.awaitReceived();
        metrics.sample();
        assertTrue(age("received") < SOON.toSeconds());

        // When others are forwarded and not received
        clock.advance(Duration.ofMinutes(4));
        aForwarded();
        metrics.sample();

        // Then
        assertTrue(age("forwarded") < SOON.toSeconds(), () -> "forwarded " + age("forwarded"));
        assertTrue(age("received") >= 240, () -> "received " + age("received"));
    }

    private long trips() {
        return registry.get("siaga.canary.trip").timer().count();
    }

    private double age(String of) {
        return registry.get("siaga.canary." + of + ".age").gauge().value();
    }
}
