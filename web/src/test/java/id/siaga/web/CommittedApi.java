// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The OpenAPI document that a service committed; {@code -Dsiaga.contracts.update=true} writes it anew. */
public final class CommittedApi {

    private static final Path FILE = Path.of("contracts", "openapi.yaml");

    private CommittedApi() {}

    /** Fails unless the running service, which the module builds, serves what was committed. */
    public static void assertServed(String module) {
        String served = head(module)
                + given().accept("application/yaml")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        if (Boolean.getBoolean("siaga.contracts.update")) {
            write(served);
        }
        assertEquals(
                Contracts.read(FILE), served, "the API changed: regenerate as the file's head says, and review it");
    }

    /** Fails unless an answer is as a schema of the committed document says, its limits included. */
    public static void assertValid(String schema, String answer) {
        try {
            JsonNode components =
                    new YAMLMapper().readTree(Contracts.read(FILE)).path("components");
            String root = new ObjectMapper()
                    .createObjectNode()
                    .put("$ref", "#/components/schemas/" + schema)
                    .set("components", components)
                    .toString();
            var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(root)
                    .validate(answer, InputFormat.JSON);
            assertEquals(List.of(), errors, () -> schema + ": " + answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the document can be browsed. */
    public static void assertBrowsable() {
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    private static String head(String module) {
        return """
                # SPDX-License-Identifier: Apache-2.0
                # Written from the code: mvn -pl %s -am test -Dtest=OpenApiTest -Dsiaga.contracts.update=true \
                -Dsurefire.failIfNoSpecifiedTests=false
                """.formatted(module);
    }

    private static void write(String document) {
        try {
            Files.writeString(FILE, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
