// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.sql.Sql;
import id.siaga.web.ServiceStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody has switched canaries on here. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class NoCanaryTest {

    @Inject
    CanaryClock canaryClock;

    @Inject
    MeterRegistry registry;

    @Inject
    Sql sql;

    @Test
    void noneIsIssuedAndNoneIsMissed() {
        // When
        canaryClock.tick();

        // Then
        assertEquals(List.of(), sql.list("SELECT 1 FROM canary", row -> true));
        assertTrue(Double.isNaN(registry.get("siaga.canary.issued.age").gauge().value()));
    }
}
