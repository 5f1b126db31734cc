// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.category;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class CategoryResourceTest {

    private static RequestSpecification reporter() {
        return given().auth().oauth2(Tokens.forClient("mafindo", "reporter"));
    }

    @Test
    void theListIsInBothLanguages() {
        reporter()
                .get("/v1/categories")
                .then()
                .statusCode(200)
                .body("categories", hasSize(22))
                .body("categories.find { it.code == 'terrorism' }.urgent", equalTo(true))
                .body("categories.find { it.code == 'terrorism' }.dsa", equalTo("TERRORIST_CONTENT"))
                .body("categories.find { it.code == 'gambling' }.dsa", equalTo(null))
                .body("categories.find { it.code == 'election-hoax' }.election", equalTo(true))
                .body("categories.find { it.code == 'election-hoax' }.labels.en", equalTo("Hoax about an election"))
                .body("categories.find { it.code == 'election-hoax' }.labels.id", equalTo("Hoaks pemilu"));
    }

    @Test
    void whoHasTheListNeedNotLoadItAgain() {
        // Given
        Response first = reporter().get("/v1/categories");
        first.then().statusCode(200).header("Cache-Control", containsString("max-age=3600"));
        String tag = first.header("ETag");
        // When
        Response second = reporter().header("If-None-Match", tag).get("/v1/categories");
        // Then
        second.then().statusCode(304).header("ETag", equalTo(tag)).body(emptyString());
        reporter()
                .header("If-None-Match", "\"other\"")
                .get("/v1/categories")
                .then()
                .statusCode(200);
    }
}
