// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed OpenAPI document against the code; {@code -Dtest=OpenApiTest -Dsiaga.contracts.update=true} writes it anew.
 */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class OpenApiTest {

    private static final Path COMMITTED = Path.of("contracts", "openapi.yaml");
    private static final String HEADER = "# SPDX-License-Identifier: Apache-2.0\n"
            + "# Written from the code: mvn -pl notification-service -am test -Dtest=OpenApiTest"
            + " -Dsiaga.contracts.update=true -Dsurefire.failIfNoSpecifiedTests=false\n";

    @Test
    void theCommittedDocumentIsWhatTheServiceServes() throws IOException {
        // When
        String served = HEADER
                + given().accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        // Then
        if (Boolean.getBoolean("siaga.contracts.update")) {
            Files.writeString(COMMITTED, served);
        }
        assertEquals(
                Contracts.read(COMMITTED),
                served,
                "the API changed: regenerate as the file's head says, and review it");
    }

    @Test
    void theDocumentationCanBeBrowsed() {
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
