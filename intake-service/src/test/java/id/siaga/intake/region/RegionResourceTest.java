// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.region;

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
class RegionResourceTest {

    private static RequestSpecification reporter() {
        return given().auth().oauth2(Tokens.forClient("mafindo", "reporter"));
    }

    @Test
    void theListIsInBothLanguages() {
        reporter()
                .get("/v1/regions")
                .then()
                .statusCode(200)
                .body("regions", hasSize(38))
                .body("regions.find { it.code == 'ID-JB' }.kemendagri", equalTo("32"))
                .body("regions.find { it.code == 'ID-JB' }.names.en", equalTo("West Java"))
                .body("regions.find { it.code == 'ID-JB' }.names.id", equalTo("Jawa Barat"));
    }

    @Test
    void whoHasTheListNeedNotLoadItAgain() {
        // Given
        Response first = reporter().get("/v1/regions");
        first.then().statusCode(200).header("Cache-Control", containsString("max-age=3600"));
        String tag = first.header("ETag");
        // When
        Response second = reporter().header("If-None-Match", tag).get("/v1/regions");
        // Then
        second.then().statusCode(304).header("ETag", equalTo(tag)).body(emptyString());
        reporter()
                .header("If-None-Match", "\"other\"")
                .get("/v1/regions")
                .then()
                .statusCode(200);
    }
}
