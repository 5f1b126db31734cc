// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody has switched canaries on here. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class NoCanaryTest {

    @Inject
    ForwardCanaries forwarding;

    @Inject
    MeterRegistry registry;

    @Inject
    Clock clock;

    @Test
    void noneIsForwardedAndNoneIsMissed() {
        // Given
        UUID canary = Uuid7.next(clock);

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> forwarding.forward(List.of(new CanaryIssued(canary, clock.instant()))));

        // Then
        assertEquals(List.of(), Desk.query("select id from canary where id = ?", canary));
        for (String of : List.of("forwarded", "received")) {
            assertTrue(Double.isNaN(
                    registry.get("siaga.canary." + of + ".age").gauge().value()));
        }
    }
}
