// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The platform directory through its API. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class PlatformResourceTest {

    private static final String PROMISED = """
            , "roundTheClockContact": "the night desk",
             "policies": [{"title": "Rules", "url": "https://snack.example/rules"}],
             "commitments": [{"title": "Declaration", "version": "1", "signedOn": "2024-10-03",
                              "document": "https://pilkada.example/d.pdf", "actWithinSeconds": 3600,
                              "categories": ["election-hoax"]}]""";

    @Test
    void theDirectorySaysHowEachPlatformIsReached() {
        Desk.ratna()
                .get("/v1/platforms")
                .then()
                .statusCode(200)
                .body("platforms.code", hasItems("youtube", "tiktok", "x"))
                .body("platforms.find { it.code == 'tiktok' }.entry.contactRoutes.kind", contains("WEBHOOK"))
                .body("platforms.find { it.code == 'tiktok' }.entry.actWithoutProof", equalTo(false));
        Desk.ratna().get("/v1/platforms/nowhere").then().statusCode(404);
    }

    @Test
    void whatAnEntryWasStaysReadable() {
        // Given
        String read = Desk.ratna().get("/v1/platforms/snackvideo").header("ETag");
        String entry = DirectoryFixture.entry("snackvideo", true, DirectoryFixture.LOCAL, PROMISED);
        // When
        DirectoryFixture.put("snackvideo", entry, read)
                .statusCode(200)
                .body("entry.commitments[0].actWithinSeconds", equalTo(3600), "changedBy", equalTo("siaga-ops/dewi"));
        // Then
        DirectoryFixture.put("snackvideo", entry, read).statusCode(412);
        Desk.ratna()
                .get("/v1/platforms/snackvideo/history?limit=1")
                .then()
                .body("versions.entry.contactRoutes[0].kind", contains("LOCAL_CONTACT"));
        String next =
                Desk.ratna().get("/v1/platforms/snackvideo/history?limit=1").path("next");
        Desk.ratna()
                .get("/v1/platforms/snackvideo/history?cursor=" + next)
                .then()
                .body("versions.changedBy", contains("siaga"))
                .body("versions[0].entry.contactRoutes[0].kind", equalTo("WEBHOOK"), "next", nullValue());
        assertThrows(
                IllegalStateException.class,
                () -> Desk.query("delete from platform_version where code = 'snackvideo' returning code"));
    }

    @Test
    void anEntryIsChangedOnlyByWhoHasReadItAndOnlyIntoWhatHolds() {
        String fine = DirectoryFixture.entry("line", true, DirectoryFixture.LOCAL, "");
        DirectoryFixture.operator().body(fine).put("/v1/platforms/line").then().statusCode(428);
        DirectoryFixture.put("nowhere", fine, "*").statusCode(404);
        refused(
                DirectoryFixture.entry("line", true, "{\"kind\": \"REGISTERED_POST\"}", ""),
                "/contactRoutes/0/address");
        refused(
                DirectoryFixture.entry("line", true, DirectoryFixture.LOCAL + ", " + DirectoryFixture.LOCAL, ""),
                "/contactRoutes/1");
        refused(
                DirectoryFixture.entry("line", true, "", PROMISED.replace("election-hoax", "gossip")),
                "/commitments/0/categories/0");
        refused(
                DirectoryFixture.entry(
                        "line",
                        true,
                        "",
                        PROMISED.replace("\"document\"", "\"lastDay\": \"2024-10-02\", \"document\"")),
                "/commitments/0/lastDay");
    }

    private static void refused(String entry, String pointer) {
        DirectoryFixture.put("line", entry, "*").statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }
}
