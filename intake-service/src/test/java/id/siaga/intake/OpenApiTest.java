// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake;

import static io.restassured.RestAssured.given;

import id.siaga.web.CommittedApi;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed OpenAPI document against the code. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class OpenApiTest {

    @Test
    void theCommittedDocumentIsWhatTheServiceServes() {
        CommittedApi.assertServed("intake-service");
    }

    @ParameterizedTest
    @CsvSource({"/v1/categories, CategoryList", "/v1/regions, RegionList", "/v1/platforms, Platforms"})
    void ourListsAreAsLongAsTheDocumentSays(String path, String schema) {
        String list = given().auth()
                .oauth2(Tokens.forClient("komdigi", "reporter"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        CommittedApi.assertValid(schema, list);
    }

    @Test
    void theDocumentationCanBeBrowsed() {
        CommittedApi.assertBrowsable();
    }
}
