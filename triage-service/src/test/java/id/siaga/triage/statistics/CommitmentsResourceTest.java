// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.triage.platform.DirectoryFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What platforms have signed, held against what they did. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CommitmentsResourceTest {

    /** One that the issuer is trusted with, and that answers for nothing else. */
    private static final String PARTY = "elsam";

    @Inject
    TestClock clock;

    /** A platform of its own for each test, so that nothing else is counted. */
    private final String platform = "p" + UUID.randomUUID().toString().substring(24);

    @Test
    void ofWhatWasPromisedItIsToldHowMuchWasKept() {
        // Given
        promises(promise("1", today(), null, 3600, ""));
        answerAfter("fraud", Duration.ofMinutes(59));
        answerAfter("fraud", Duration.ofMinutes(61));
        anOrder("fraud");
        clock.advance(Duration.ofMinutes(61));
        anOrder("fraud"); // for which there is still time
        // Then
        read(today(), today())
                .body("answered", contains(2), "unanswered", contains(1))
                .body("sinceReceipt.within", contains(1))
                .body("[0].sinceReceipt.share", equalTo(1 / 3f))
                .body("[0].commitment.actWithinSeconds", equalTo(3600));
    }

    @Test
    void aDayThatIsCountedTellsTheSame() {
        // Given
        promises(promise("1", today(), null, 3600, ""));
        LocalDate day = today();
        answerAfter("fraud", Duration.ofMinutes(30));
        answerAfter("fraud", Duration.ofMinutes(90));
        Object before = read(day, day).extract().path(rows());
        // When
        clock.advance(Duration.ofDays(2).plus(CountDays.SETTLED));
        DaysFixture.countAll();
        // Then
        assertEquals(
                before, read(day, day).body("answered", contains(2)).extract().path(rows()));
        assertEquals(
                List.of("4"),
                Desk.query(
                        "select sum(count) from statistic where subject = 'PLATFORM_CATEGORY' and key = ?",
                        platform + ":fraud"));
    }

    @Test
    void eachVersionIsMeasuredWhileItIsInForceAndForItsCategories() {
        // Given
        LocalDate first = today();
        promises(
                promise("1", first, first, 3600, "fraud"),
                promise("2", first.plusDays(1), null, 600, "fraud"),
                promise("hoaxes", first, null, 600, "hoax"),
                promise("later", first.plusDays(9), null, 60, ""));
        answerAfter("fraud", Duration.ofMinutes(30));
        clock.advance(Duration.ofDays(1));
        answerAfter("fraud", Duration.ofMinutes(30));
        // Then
        read(first, first.plusDays(1))
                .body("commitment.version", contains("1", "2", "hoaxes"))
                .body("from", contains(first.toString(), first.plusDays(1).toString(), first.toString()))
                .body(
                        "to",
                        contains(
                                first.toString(),
                                first.plusDays(1).toString(),
                                first.plusDays(1).toString()))
                .body("answered", contains(1, 1, 0))
                .body("sinceReceipt.within", contains(1, 0, 0))
                .body("[2].sinceReceipt.share", equalTo(null));
    }

    @Test
    void theTimeInWhichAPlatformWaitsForTheDeskIsNotItsOwn() {
        // Given
        promises(promise("1", today(), null, 3600, ""));
        String order = anOrder("fraud");
        Desk.clarify(PARTY, order, "Which part?").statusCode(200);
        clock.advance(Duration.ofMinutes(50));
        Desk.reply(order, "All of it.").statusCode(200);
        clock.advance(Duration.ofMinutes(50));
        Desk.answer(PARTY, order, "REMOVED").statusCode(200);
        // Then
        read(today(), today()).body("sinceReceipt.within", contains(1), "sinceReport.within", contains(0));
    }

    @Test
    void aPlatformReadsItsOwnAndASheetHasALineForEach() {
        promises(promise("1", today(), null, 3600, "fraud"), promise("2", today(), null, 7200, ""));
        Desk.platform(PARTY)
                .get("/v1/statistics/commitments")
                .then()
                .statusCode(200)
                .body("rows.platform", hasItem(platform));
        Desk.platform("line").get("/v1/statistics/commitments").then().body("rows.platform", not(hasItem(platform)));
        Desk.platform(PARTY)
                .accept("text/csv")
                .get("/v1/statistics/commitments")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(
                        containsString("platform,title,version,categories,actWithinSeconds,from,to,answered,"),
                        containsString(
                                platform + ",Declaration,1,fraud,3600," + today() + "," + today() + ",0,0,0,,0,\n"));
    }

    /** Nothing of a test falls into the next day. */
    @BeforeEach
    void atNoon() {
        clock.advance(Duration.between(
                clock.instant(), today().plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    private void promises(String... commitments) {
        String entry = DirectoryFixture.entry(
                PARTY, true, "{\"kind\": \"WEBHOOK\"}", ", \"commitments\": [" + String.join(", ", commitments) + "]");
        DirectoryFixture.operator()
                .body("{\"code\": \"%s\", \"entry\": %s}".formatted(platform, entry))
                .post("/v1/platforms")
                .then()
                .statusCode(201);
    }

    private static String promise(
            String version, LocalDate signedOn, @Nullable LocalDate lastDay, int seconds, String category) {
        List<String> more = new ArrayList<>();
        if (lastDay != null) {
            more.add("\"lastDay\": \"" + lastDay + "\"");
        }
        if (!category.isEmpty()) {
            more.add("\"categories\": [\"" + category + "\"]");
        }
        return """
                {"title": "Declaration", "version": "%s", "signedOn": "%s", "document": "https://d.example/d.pdf",
                 "actWithinSeconds": %d%s}""".formatted(version, signedOn, seconds, more.isEmpty() ? "" : ", " + String.join(", ", more));
    }

    private String anOrder(String category) {
        ReportFixture report = ReportFixture.aReport()
                .about(platform, "post", ReportFixture.aVideo())
                .with("submittedAt", clock.instant().toString());
        String order = Desk.approve(Desk.yusuf(), Desk.aProposal(Desk.anAssessedCase(report, category), "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
        Desk.acknowledge(PARTY, order).statusCode(200);
        return order;
    }

    private void answerAfter(String category, Duration length) {
        String order = anOrder(category);
        clock.advance(length);
        Desk.answer(PARTY, order, "REMOVED").statusCode(200);
    }

    private ValidatableResponse read(LocalDate from, LocalDate to) {
        return Desk.platform(PARTY)
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get("/v1/statistics/commitments")
                .then()
                .statusCode(200)
                .rootPath(rows());
    }

    private String rows() {
        return "rows.findAll { it.platform == '" + platform + "' }";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
