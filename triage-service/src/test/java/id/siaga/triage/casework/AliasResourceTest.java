// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static id.siaga.triage.ReportFixture.aReport;
import static id.siaga.triage.ReportFixture.aVideo;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that an officer found to be of one content. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class AliasResourceTest {

    @Inject
    ReportsConsumer consumer;

    @Test
    void whoReportsWhereAShortLinkLeadsReportsInItsCase() {
        // Given
        ReportFixture shortLink = aShortLink();
        ReportFixture video = aReport().about("tiktok", "video", aVideo());
        UUID caseId = Desk.aCase(shortLink);
        // When
        Desk.alias(caseId, shortLink.contentKey(), video.contentKey()).statusCode(200);
        // Then
        JsonNode told =
                Desk.events("triage.case.v1", "content.aliased", caseId, 1).getFirst();
        assertEquals(caseId.toString(), told.get("caseId").asText());
        assertEquals(shortLink.contentKey(), told.get("keys").get("from").asText());
        assertEquals(video.contentKey(), told.get("keys").get("to").asText());
        assertEquals(caseId, Desk.aCase(video));
        assertEquals(caseId, Desk.aCase(shortLink.byAnother("kpu")));
        assertEquals(1, Desk.events("triage.case.v1", "case.opened", caseId, 1).size());
        ValidatableResponse view = Desk.ratna().get("/v1/cases/{id}", caseId).then();
        String representative = view.extract().path("contents.find { it.key == '" + video.contentKey() + "' }.id");
        view.body("contents", hasSize(2))
                .body("reports", hasSize(3))
                .body("contents.find { it.key == '" + video.contentKey() + "' }.sameAs", nullValue())
                .body("contents.find { it.key == '" + video.contentKey() + "' }.url", equalTo(video.url()))
                .body("contents.find { it.key == '" + shortLink.contentKey() + "' }.sameAs", equalTo(representative));
        assertEquals(
                List.of("1"),
                Desk.query("select count(*) from record where act = 'content-aliased' and case_id = ?", caseId));
    }

    @Test
    void sayingItAgainOrTheOtherWayRoundChangesNothing() {
        // Given
        ReportFixture shortLink = aShortLink();
        String video = "tiktok:video:" + aVideo();
        UUID caseId = Desk.aCase(shortLink);
        Desk.alias(caseId, shortLink.contentKey(), video).statusCode(200);
        List<String> before = Desk.query("select sequence from case_file where id = ?", caseId);
        // When
        Desk.alias(caseId, shortLink.contentKey(), video).statusCode(200);
        Desk.alias(caseId, video, shortLink.contentKey()).statusCode(200);
        // Then
        assertEquals(before, Desk.query("select sequence from case_file where id = ?", caseId));
        assertEquals(List.of("2"), before);
    }

    @Test
    void manyKeysLeadStraightToOne() {
        // Given
        ReportFixture first = aShortLink();
        ReportFixture second = aShortLink();
        ReportFixture third = aReport().about("tiktok", "video", aVideo());
        UUID caseId = Desk.aCase(first);
        // When
        Desk.alias(caseId, first.contentKey(), second.contentKey()).statusCode(200);
        Desk.alias(caseId, second.contentKey(), third.contentKey()).statusCode(200);
        // Then
        assertEquals(List.of(third.contentKey(), third.contentKey()), Desk.query("""
                        select r.key from content c join content r on r.id = c.same_as where c.case_id = ?""", caseId));
        consumer.consume(Published.batch(List.of(first.byAnother("kpu"), second, third)));
        assertEquals(List.of("4"), Desk.query("select count(*) from reported_item where case_id = ?", caseId));
    }

    @Test
    void oneContentIsOrderedAwayOnceOnItsPlatform() {
        // Given
        ReportFixture shortLink = aShortLink();
        ReportFixture video = aReport().about("tiktok", "video", aVideo());
        UUID unreported = Desk.anAssessedCase(aShortLink(), "fraud");
        Desk.alias(unreported, Desk.keyOf(unreported.toString()), "tiktok:video:" + aVideo())
                .statusCode(200);
        UUID reported = Desk.anAssessedCase(shortLink, "fraud");
        Desk.alias(reported, shortLink.contentKey(), video.contentKey()).statusCode(200);
        Desk.aCase(video);
        // When
        String known = order(unreported);
        String both = order(reported);
        // Then
        Desk.ratna().get("/v1/orders/{id}", known).then().body("locators", hasSize(1));
        Desk.ratna()
                .get("/v1/orders/{id}", both)
                .then()
                .body("locators", hasSize(1))
                .body("locators[0].url", equalTo(video.url()));
        consumer.consume(Published.batch(List.of(video.byAnother("kpu"), shortLink.byAnother("kpu"))));
        Desk.ratna()
                .get("/v1/cases/{id}", reported)
                .then()
                .body("tasks", hasSize(1))
                .body("tasks[0].times", equalTo(2));
    }

    @Test
    void contentOfAnotherCaseIsNotTakenFromIt() {
        // Given
        ReportFixture one = aShortLink();
        ReportFixture other = aReport();
        UUID caseId = Desk.aCase(one);
        UUID otherCase = Desk.aCase(other);
        // When
        Desk.alias(caseId, one.contentKey(), other.contentKey())
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:content-of-another-case"))
                .body("caseId", equalTo(otherCase.toString()));
        // Then
        assertEquals(otherCase, Desk.aCase(other.byAnother("kpu")));
    }

    @ParameterizedTest
    @CsvSource({
        "youtube:video:nobody-a, youtube:video:nobody-b, /from",
        "youtube:video:same, youtube:video:same, /to",
        "youtube, youtube:video:nobody-b, /from",
        "youtube:video:nobody-a, youtube:video:a b, /to"
    })
    void keysThatAreNoneOrNotOfTheCaseAreRefused(String from, String to, String pointer) {
        // Given
        UUID caseId = Desk.aCase(aReport());
        // When
        Desk.alias(caseId, from, to).statusCode(400).body("errors.pointer", containsInAnyOrder(pointer));
        // Then
        assertEquals(List.of("0"), Desk.query("select count(*) from content where key = any (?)", (Object)
                new String[] {from, to}));
        Desk.alias(UUID.randomUUID(), from, "youtube:video:other").statusCode(from.contains(":") ? 404 : 400);
    }

    @Test
    void anAliasAndAReportOfItsKeyAtOnceAreNeverTwoCasesThatNobodyKnowsOf() throws Exception {
        for (int round = 0; round < 8; round++) {
            // Given
            ReportFixture shortLink = aShortLink();
            ReportFixture video = aReport().about("tiktok", "video", aVideo());
            UUID caseId = Desk.aCase(shortLink);
            List<Callable<Integer>> rivals = new ArrayList<>();
            rivals.add(() -> Desk.alias(caseId, shortLink.contentKey(), video.contentKey())
                    .extract()
                    .statusCode());
            rivals.add(() -> Desk.alias(caseId, video.contentKey(), shortLink.contentKey())
                    .extract()
                    .statusCode());
            for (String party : List.of("kpu", "bawaslu")) {
                rivals.add(() -> {
                    consumer.consume(Published.batch(List.of(video.byAnother(party), shortLink.byAnother(party))));
                    return 0;
                });
            }
            // When
            List<Integer> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(rivals.size())) {
                for (Future<Integer> rival : threads.invokeAll(rivals)) {
                    answers.add(rival.get());
                }
            }
            // Then
            UUID caseOfVideo = Desk.aCase(video);
            if (answers.get(0) == 200) {
                assertEquals(200, answers.get(1));
                assertEquals(caseId, caseOfVideo);
                assertEquals(
                        1,
                        Desk.events("triage.case.v1", "content.aliased", caseId, 1)
                                .size());
            } else {
                assertEquals(List.of(409, 409), answers.subList(0, 2));
                assertNotEquals(caseId, caseOfVideo);
            }
            assertEquals(
                    List.of("3"),
                    Desk.query(
                            "select count(*) from reported_item i join content c on c.id = i.content_id where c.key = ?",
                            video.contentKey()));
        }
    }

    private static ReportFixture aShortLink() {
        return aReport().about("tiktok", "short", "vt/" + aVideo());
    }

    private static String order(UUID caseId) {
        return Desk.approve(Desk.yusuf(), Desk.aProposal(caseId, "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
    }
}
