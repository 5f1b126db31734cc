// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import static id.siaga.triage.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What an operator sees, on a port of its own. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class OperationsTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    @Test
    void theServiceIsReadyAndAlive() {
        for (String probe : new String[] {"ready", "live", "started"}) {
            given().port(port)
                    .get("/q/health/{probe}", probe)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
        }
    }

    @Test
    void itsTransitionsAndClocksAreCounted() {
        // Given
        Desk.acknowledge("google", Desk.anOrder(aReport())).statusCode(200);
        // When
        given().port(port)
                .get("/q/metrics")
                .then()
                // Then
                .statusCode(200)
                .body(
                        containsString(
                                "siaga_order_transitions_total{application=\"triage-service\",to=\"ACKNOWLEDGED\"}"),
                        containsString("siaga_case_transitions_total{application=\"triage-service\",to=\"DECIDED\"}"),
                        containsString("siaga_clock_late_seconds"),
                        containsString("siaga_outbox_depth"));
    }
}
