// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What was done is counted, the day it happens and after it. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class StatisticsResourceTest {

    @Inject
    TestClock clock;

    @Inject
    CountDays days;

    @Test
    void fromReportToAnswerIsToldOfWhatWasAnswered() throws Exception {
        // Given one answered in half an hour, and one refused in three
        String region = aRegion();
        Desk.answer("google", anOrder(region, Duration.ofMinutes(30)), "REMOVED")
                .statusCode(200);
        refuse(anOrder(region, Duration.ofHours(3)));
        // When
        Row row = row("regions", region);
        // Then
        assertEquals(2, row.count("ANSWERED"));
        assertEquals(1, row.count("ANSWERED_WITHIN_THE_HOUR"));
        assertEquals(1, row.count("REMOVED"));
        assertEquals(1, row.count("REFUSED_LAWFUL"));
        assertEquals(0.5, row.share("WITHIN_THE_HOUR"));
        assertEquals(0.5, row.share("REFUSED"));
        assertEquals(1_800.0, row.median("REPORT_TO_ANSWER"), 60);
        assertEquals(10_800.0, row.p95("REPORT_TO_ANSWER"), 320);
    }

    @Test
    void ofAReporterItIsToldHowOftenTheDeskAgreed() throws Exception {
        // Given
        String party = "reporter-" + UUID.randomUUID();
        ReportFixture upheld = aReport().from(party);
        Desk.anOrder(upheld);
        Desk.aCase(upheld.byAnother(party));
        Desk.aDismissedCase(aReport().from(party));
        Desk.aCase(aReport().from(party));
        // When
        Row row = row("reporters", party);
        // Then
        assertEquals(4, row.count("REPORTED"));
        assertEquals(1, row.count("DUPLICATE"));
        assertEquals(1, row.count("UPHELD"));
        assertEquals(1, row.count("DISMISSED"));
        assertEquals(0.5, row.share("UPHELD"));
        assertEquals(0.25, row.share("DUPLICATE"));
    }

    @Test
    void aDayThatIsOverReadsAsItDidAndIsCountedOnce() throws Exception {
        // Given
        String region = aRegion();
        Desk.answer("google", anOrder(region, Duration.ofMinutes(10)), "REMOVED")
                .statusCode(200);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String before = read("regions", today.minusDays(1), today.plusDays(1));
        // When two replicas count all that is over
        clock.advance(Duration.ofDays(2).plus(CountDays.SETTLED));
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> counted =
                    List.of(replicas.submit(DaysFixture::countAll), replicas.submit(DaysFixture::countAll));
            for (Future<?> one : counted) {
                one.get();
            }
        }
        // Then
        assertEquals(
                List.of("1"), Desk.query("select count(*) from statistic_day where day = ?::date", today.toString()));
        assertTrue(before.contains(region));
        assertEquals(before, read("regions", today.minusDays(1), today.plusDays(1)));
        assertEquals(0, days.countNext());
    }

    @Test
    void aPlatformAndAReporterReadWhatIsAboutThemselves() {
        Desk.answer("google", Desk.anOrder(aReport()), "REMOVED").statusCode(200);
        Desk.platform("google")
                .get("/v1/statistics/platforms")
                .then()
                .statusCode(200)
                .body("rows.key", contains("youtube"));
        Desk.platform("tiktok").get("/v1/statistics/platforms").then().body("rows.key", everyItem(is("tiktok")));
        String party = "reporter-" + UUID.randomUUID().toString().substring(24);
        Desk.aCase(aReport().from(party));
        Desk.as(Tokens.forClient("kpu", "reporter"))
                .get("/v1/statistics/reporters")
                .then()
                .statusCode(200)
                .body("rows.key", everyItem(is("kpu")));
    }

    @Test
    void theDeskReadsHowItDecided() throws Exception {
        Row before = row("desk", "");
        Desk.anOrder(aReport());
        Row after = row("desk", "");
        assertEquals(before.count("DECIDED") + 1, after.count("DECIDED"));
        assertEquals(before.count("RESTRICTED") + 1, after.count("RESTRICTED"));
    }

    @Test
    void aSheetHasALineForEachFigure() {
        Desk.answer("google", Desk.anOrder(aReport()), "REMOVED").statusCode(200);
        Desk.ratna()
                .accept("text/csv")
                .get("/v1/statistics/platforms")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(
                        containsString("key,figure,name,value\n"),
                        containsString("youtube,count,ANSWERED,"),
                        containsString("youtube,median-seconds,RECEIPT_TO_ANSWER,"));
    }

    @Test
    void aWindowIsMadeOfDays() {
        officer("from", "yesterday")
                .get("/v1/statistics/desk")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:from"));
        officer("to", "0001-01-01")
                .get("/v1/statistics/desk")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("query:to"));
        officer("from", "2999-01-01").get("/v1/statistics/desk").then().statusCode(400);
        officer("from", "1999-01-01").get("/v1/statistics/desk").then().statusCode(400);
        officer("to", "2024-11-27")
                .get("/v1/statistics/desk")
                .then()
                .statusCode(200)
                .body("from", equalTo("2024-10-29"));
    }

    /** An order about something that was reported so long ago. */
    private String anOrder(String region, Duration ago) {
        String order = Desk.anOrder(aReport()
                .with("region", region)
                .with("submittedAt", clock.instant().toString()));
        clock.advance(ago);
        return order;
    }

    private void refuse(String order) {
        Desk.platform("google")
                .body("""
                {"results": [{"locatorId": "%s", "result": "REFUSED", "refusalGround": "LAWFUL"}]}""".formatted(Desk.locator(order)))
                .post("/v1/orders/{id}/answer", order)
                .then()
                .statusCode(200);
    }

    /** A region that no other test knows. */
    private static String aRegion() {
        return "ID-" + UUID.randomUUID().toString().substring(24);
    }

    private String read(String about, LocalDate from, LocalDate to) {
        return officer("from", from.toString())
                .queryParam("to", to.toString())
                .get("/v1/statistics/" + about)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification officer(String name, Object value) {
        return Desk.ratna().queryParam(name, value);
    }

    private Row row(String about, String key) throws JsonProcessingException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (JsonNode row : new ObjectMapper()
                .readTree(read(about, today.minusDays(20), today))
                .path("rows")) {
            if (row.path("key").asText().equals(key)) {
                return new Row(row);
            }
        }
        return new Row(new ObjectMapper().createObjectNode());
    }

    private record Row(JsonNode facts) {

        int count(String name) {
            return figure("counts", name).path("count").asInt();
        }

        double share(String name) {
            return figure("shares", name).path("share").asDouble();
        }

        double median(String name) {
            return figure("lengths", name).path("median").asDouble();
        }

        double p95(String name) {
            return figure("lengths", name).path("p95").asDouble();
        }

        private JsonNode figure(String kind, String name) {
            for (JsonNode figure : facts.path(kind)) {
                if (figure.path("name").asText().equals(name)) {
                    return figure;
                }
            }
            return new ObjectMapper().createObjectNode();
        }
    }
}
