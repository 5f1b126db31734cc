// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tokens that were verified a moment ago, and those that were not. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "audience", value = "web-service")
        })
class VerifiedTokensTest {

    @Inject
    VerifiedTokens verified;

    @Test
    void aTokenIsRememberedWithAllThatItSays() {
        String token = Tokens.forUnit("komdigi", "jabar", "reporter");
        assertEquals(200, status(token));
        Caller caller = verified.find(token).orElseThrow().getAttribute(Callers.ATTRIBUTE);
        assertEquals("komdigi", caller.party());
        assertEquals("jabar", caller.unit().orElseThrow());
        assertTrue(caller.has("reporter"));
        assertEquals(200, status(token));
    }

    @Test
    void aTokenWithAnotherSignatureOrOtherClaimsIsNotTheOneThatIsRemembered() {
        String[] good = Tokens.forClient("komdigi", "reporter").split("\\.");
        assertEquals(200, status(String.join(".", good)));
        String signature = good[2].substring(1) + good[2].charAt(0);
        assertEquals(401, status(String.join(".", good[0], good[1], signature)));
        String claims = new String(Base64.getUrlDecoder().decode(good[1]), UTF_8).replace("komdigi", "mafindo");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
        assertEquals(401, status(String.join(".", good[0], forged, good[2])));
    }

    @Test
    void whatIsRefusedIsNotRemembered() {
        for (String token : new String[] {
            Tokens.expired("komdigi", "reporter"),
            Tokens.foreignAudience("komdigi", "reporter"),
            Tokens.forClient("komdigi", "king")
        }) {
            assertEquals(401, status(token));
            assertFalse(verified.find(token).isPresent());
        }
    }

    @Test
    void aRememberedTokenEndsWhenItSays() {
        String token = Tokens.endingIn(Duration.ofSeconds(15), "komdigi", "reporter");
        assertEquals(200, status(token));
        await().atMost(Duration.ofMinutes(1)).until(() -> status(token) == 401);
    }

    private static int status(String token) {
        return given().auth().oauth2(token).get("/v1/notes").statusCode();
    }
}
