// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import static id.siaga.triage.LaterFixture.aWithdrawalOf;
import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.casework.ReportsConsumer;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order the desk sees its cases, and which of them. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class QueueTest {

    @Inject
    ReportsConsumer consumer;

    @Test
    void aCaseSaysWhatItHasItsPointsFor() {
        // Given
        ReportFixture report =
                aReport().from(party()).category("terrorism-livestream").live();
        // When
        UUID id = Desk.aCase(report);
        // Then
        points(id, Map.of("URGENT", 3000, "LIVE_STREAM", 1000, "AGE", 0));
        Desk.aCase(report.byAnother(party()));
        points(id, Map.of("URGENT", 3000, "LIVE_STREAM", 1000, "REPORTERS", 20, "AGE", 0));
        consumer.consume(Published.batch(List.of(aWithdrawalOf(report))));
        Desk.assess(id, "fraud").statusCode(200).body("version", equalTo(1));
        points(id, Map.of("AGE", 0));
    }

    @Test
    void theMostUrgentComeFirstPageByPage() {
        // Given
        String region = "ID-QT"; // of no other test
        UUID calm = Desk.aCase(aReport().from(party()).with("region", region));
        UUID election =
                Desk.aCase(aReport().from(party()).category("election-hoax").with("region", region));
        UUID threat =
                Desk.aCase(aReport().from(party()).category("threat-to-life").with("region", region));
        ReportFixture twice = aReport().from(party()).with("region", region);
        UUID reported = Desk.aCase(twice);
        Desk.aCase(twice.byAnother(party()));
        // When, then
        assertEquals(List.of(threat, election, reported, calm), all("region", region));
        assertEquals(List.of(threat), all("region", region, "urgent", true));
        assertEquals(List.of(election), all("region", region, "category", "election-hoax"));
        assertEquals(List.of(election), all("region", region, "flag", "politicalSpeech"));
        assertEquals(List.of(), all("region", region, "status", "CLOSED"));
        assertEquals(List.of(), all("region", region, "platform", "telegram"));
        assertEquals(4, all("region", region, "platform", "youtube").size());
    }

    @Test
    void whoTheDeskOftenAgreesWithIsHeardSooner() {
        // Given
        String trusted = party();
        String doubted = party();
        for (int i = 0; i < 5; i++) {
            Desk.anOrder(aReport().from(trusted));
            Desk.aDismissedCase(aReport().from(doubted));
        }
        // Then
        points(Desk.aCase(aReport().from(trusted)), Map.of("REPORTER_RECORD", 20, "AGE", 0));
        points(Desk.aCase(aReport().from(doubted)), Map.of("REPORTER_RECORD", -20, "AGE", 0));
        ReportFixture both = aReport().from(doubted);
        UUID id = Desk.aCase(both);
        Desk.aCase(both.byAnother(trusted));
        points(id, Map.of("REPORTERS", 20, "REPORTER_RECORD", 20, "AGE", 0));
    }

    @Test
    void aCaseThatTakesInAnotherHasThePointsOfBoth() {
        UUID into = Desk.aCase(aReport().from(party()));
        UUID moving = Desk.aCase(aReport().from(party()).category("election-hoax"));
        Desk.merge(into, moving).statusCode(200);
        points(into, Map.of("ELECTION", 200, "REPORTERS", 20, "AGE", 0));
        Desk.split(moving).statusCode(200);
        points(moving, Map.of("ELECTION", 200, "AGE", 0));
    }

    @ParameterizedTest
    @CsvSource({"claimed, HIM", "urgent, maybe", "cursor, x", "status, LOST"})
    void aFilterThatMeansNothingIs400(String filter, String value) {
        Desk.ratna().queryParam(filter, value).get("/v1/cases").then().statusCode(400);
    }

    private static void points(UUID id, Map<String, Integer> expected) {
        JsonPath view = Desk.ratna()
                .get("/v1/cases/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Integer> points = new HashMap<>();
        view.<Map<String, Object>>getList("pointsFor")
                .forEach(one -> points.put((String) one.get("reason"), (Integer) one.get("points")));
        assertEquals(expected, points);
        assertEquals(expected.values().stream().mapToInt(Integer::intValue).sum(), view.getInt("points"));
    }

    /** What the queue shows, read in pages of two. */
    private static List<UUID> all(Object... filters) {
        List<UUID> ids = new ArrayList<>();
        String cursor = null;
        do {
            var asked = Desk.ratna().queryParam("limit", 2);
            for (int i = 0; i < filters.length; i += 2) {
                asked.queryParam((String) filters[i], filters[i + 1]);
            }
            if (cursor != null) {
                asked.queryParam("cursor", cursor);
            }
            JsonPath page =
                    asked.get("/v1/cases").then().statusCode(200).extract().jsonPath();
            page.getList("cases.id", String.class).forEach(id -> ids.add(UUID.fromString(id)));
            cursor = page.getString("next");
        } while (cursor != null);
        return ids;
    }

    private static String party() {
        return "party-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
