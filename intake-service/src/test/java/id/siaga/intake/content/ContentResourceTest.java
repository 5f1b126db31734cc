// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an integrator sees that its links are read as it means them. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ContentResourceTest {

    private static final ContentKeys KEYS = new ContentKeys();

    @Test
    void aLinkIsReadAsAReportWouldBe() {
        read("url", "hxxps://m[.]youtube[.]com/watch?v=dQw4w9WgXcQ&utm_source=wa")
                .statusCode(200)
                .body("key", equalTo("youtube:video:dQw4w9WgXcQ"))
                .body("platform", equalTo("youtube"))
                .body("kind", equalTo("video"))
                .body("ruleVersion", equalTo(KEYS.ruleVersion()))
                .body("canonical", equalTo("https://www.youtube.com/watch?v=dQw4w9WgXcQ"))
                .body("unresolved", equalTo(false))
                .body("unwrapped", empty())
                .body("representative", equalTo("youtube:video:dQw4w9WgXcQ"));
    }

    @Test
    void whatALinkWasWrappedInIsTold() {
        read("url", "https://l.facebook.com/l.php?u=https%3A%2F%2Fvt.tiktok.com%2FZS2rJqaky%2F")
                .statusCode(200)
                .body("key", equalTo("tiktok:short:vt/ZS2rJqaky"))
                .body("unresolved", equalTo(true))
                .body("unwrapped", contains("facebook.com"));
    }

    @Test
    void aTextIsReadToo() {
        read("text", "  Awas! TPS\n sudah DITUTUP ")
                .statusCode(200)
                .body("key", startsWith("text:quote:"))
                .body("canonical", equalTo("awas! tps sudah ditutup"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "http://localhost/", "https://10.0.0.1/", "berkas.pdf"})
    void whatNamesNoContentIsRefusedAtItsPlace(String url) {
        read("url", url)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("query:url"));
    }

    @Test
    void neitherOrBothIsRefused() {
        asked().get("/v1/content-keys").then().statusCode(400).body("errors.pointer", hasItem("query:url"));
        asked().queryParam("url", "https://contoh.example/")
                .queryParam("text", "kutipan")
                .get("/v1/content-keys")
                .then()
                .statusCode(400);
    }

    @Test
    void platformsAreListedWithTheirKinds() {
        asked().get("/v1/platforms")
                .then()
                .statusCode(200)
                .body("ruleVersion", equalTo(KEYS.ruleVersion()))
                .body(
                        "platforms.code",
                        contains(
                                "youtube",
                                "x",
                                "tiktok",
                                "facebook",
                                "instagram",
                                "threads",
                                "telegram",
                                "whatsapp",
                                "snackvideo",
                                "line",
                                "web"))
                .body("platforms.find { it.code == 'x' }.hosts", hasItems("x.com", "twitter.com"))
                .body("platforms.find { it.code == 'line' }.kinds.kind", hasItems("article", "post"));
    }

    private static ValidatableResponse read(String parameter, String value) {
        return asked().queryParam(parameter, value).get("/v1/content-keys").then();
    }

    private static io.restassured.specification.RequestSpecification asked() {
        return given().auth().oauth2(Tokens.forClient("mafindo", "reporter"));
    }
}
