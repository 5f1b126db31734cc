// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The platform directory through its API. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class PlatformResourceTest {

    /** One that the issuer is trusted with, and that answers for nothing else. */
    private static final String PARTY = "cekfakta";

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

    @Test
    void aPlatformThatIsAddedIsAskedAndItsPartySeesItsOrders() {
        // Given
        String code = "p" + UUID.randomUUID().toString().substring(24);
        ReportFixture report = ReportFixture.aReport().about(code, "post", ReportFixture.aVideo());
        UUID before = Desk.anAssessedCase(report, "fraud");
        Desk.propose(Desk.ratna(), before, "NOTICE").statusCode(409).body("type", endsWith("no-locator"));
        // When
        add(code, DirectoryFixture.entry(PARTY, false, DirectoryFixture.CHANNEL, ""))
                .statusCode(201)
                .header("Location", endsWith("/v1/platforms/" + code))
                .body("code", equalTo(code), "version", equalTo(0), "changedBy", equalTo("siaga-ops/dewi"));
        // Then
        String order = Desk.approve(Desk.yusuf(), Desk.aProposal(before, "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
        Desk.platform(PARTY).get("/v1/orders").then().body("orders.id", contains(order));
        Desk.platform("line").get("/v1/orders/{id}", order).then().statusCode(404);
        Desk.acknowledge(PARTY, order).statusCode(200);
        Desk.ratna()
                .get("/v1/platforms/{code}/history", code)
                .then()
                .body("versions.version", contains(0), "versions.changedBy", contains("siaga-ops/dewi"));
        DirectoryFixture.put(code, DirectoryFixture.entry(PARTY, false, "", ""), "*")
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void aCodeIsGivenOnceHoweverManyGiveIt() throws Exception {
        // Given
        String code = "p" + UUID.randomUUID().toString().substring(24);
        String entry = DirectoryFixture.entry(code, true, DirectoryFixture.LOCAL, "");
        // When
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> added = Stream.generate(() ->
                            operators.submit(() -> add(code, entry).extract().statusCode()))
                    .limit(4)
                    .toList();
            for (Future<Integer> one : added) {
                answers.add(one.get());
            }
        }
        // Then
        assertEquals(List.of(201, 409, 409, 409), answers.stream().sorted().toList());
        add("youtube", entry).statusCode(409).body("type", endsWith("platform-known"));
    }

    @Test
    void nothingIsAddedThatIsNoPlatformOrDoesNotHold() {
        String entry = DirectoryFixture.entry("somebody", true, DirectoryFixture.LOCAL, "");
        for (String code : List.of("web", "text", "Line", "a:b", "")) {
            add(code, entry).statusCode(400).body("errors[0].pointer", equalTo("/code"));
        }
        add("nobody", DirectoryFixture.entry("nobody", true, "{\"kind\": \"REGISTERED_POST\"}", ""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/entry/contactRoutes/0/address"));
        Desk.ratna().get("/v1/platforms/nobody").then().statusCode(404);
    }

    private static ValidatableResponse add(String code, String entry) {
        return DirectoryFixture.operator()
                .body("{\"code\": \"%s\", \"entry\": %s}".formatted(code, entry))
                .post("/v1/platforms")
                .then();
    }

    private static void refused(String entry, String pointer) {
        DirectoryFixture.put("line", entry, "*").statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }
}
