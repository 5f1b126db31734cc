// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is on duty, and what becomes known when nobody is. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ShiftResourceTest {

    private static final Duration LONGEST = Duration.ofHours(16);

    private final KafkaTopic news = new KafkaTopic("triage.case.v1");

    @Inject
    TestClock time;

    @Inject
    WatchStaff staff;

    @BeforeEach
    void everybodyHasGoneHome() {
        time.advance(LONGEST);
    }

    @Test
    void whoeverComesNextReadsWhatWasHandedOver() {
        // Given
        String name = name();
        String shift = Desk.beginShift(officer(name), Duration.ofHours(8))
                .statusCode(201)
                .body("by", equalTo("posko/" + name), "endedAt", nullValue(), "note", nullValue())
                .extract()
                .path("id");
        onDuty().body("shifts.id", contains(shift));
        // When
        Desk.handOver(officer(name), shift, "TikTok promises the third video by nine.")
                .statusCode(200);
        // Then
        onDuty().body("shifts.id", not(hasItem(shift)));
        Desk.wulan()
                .get("/v1/shifts?limit=1")
                .then()
                .body(
                        "shifts[0].id",
                        equalTo(shift),
                        "shifts[0].note",
                        equalTo("TikTok promises the third video by nine."));
        Desk.handOver(officer(name), shift, "Something else.")
                .statusCode(200)
                .body("note", equalTo("TikTok promises the third video by nine."));
    }

    @Test
    void aPersonHasOneShiftAndNobodyElseEndsIt() {
        // Given
        String name = name();
        String shift =
                Desk.beginShift(officer(name), Duration.ofHours(8)).extract().path("id");
        // Then
        Desk.beginShift(officer(name), Duration.ofHours(1))
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:already-on-duty"));
        Desk.handOver(officer(name()), shift, "I end it.")
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:not-on-duty"));
        prolong(name(), shift, Duration.ofHours(9)).statusCode(409);
        Desk.handOver(officer(name), UUID.randomUUID().toString(), "Which?").statusCode(404);
    }

    @Test
    void aShiftThatWasForgottenIsOverInTime() {
        // Given
        String name = name();
        String forgotten =
                Desk.beginShift(officer(name), Duration.ofHours(8)).extract().path("id");
        time.advance(Duration.ofHours(7));
        prolong(name, forgotten, Duration.ofHours(2)).statusCode(200);
        time.advance(Duration.ofHours(1));
        onDuty().body("shifts.id", contains(forgotten));
        // When
        time.advance(Duration.ofHours(1));
        // Then
        onDuty().body("shifts", equalTo(List.of()));
        Desk.beginShift(officer(name), Duration.ofHours(8)).statusCode(201);
        prolong(name, forgotten, Duration.ofHours(2)).statusCode(409);
        assertEquals(
                List.of("t"),
                Desk.query("select ended_at = until and note is null from shift where id = ?::uuid", forgotten));
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "-PT1H", "PT16H1M"})
    void aShiftEndsWithinSixteenHours(Duration length) {
        Desk.beginShift(officer(name()), length).statusCode(400).body("errors.pointer", contains("/until"));
    }

    @Test
    void thatNobodyIsOnDutyIsToldOnceEachTime() {
        // Given
        Desk.beginShift(officer(name()), Duration.ofHours(1)).statusCode(201);
        assertEquals(1, staff.look());
        int before = gaps().size();
        // When
        time.advance(Duration.ofHours(1));
        // Then
        assertEquals(0, staff.look());
        assertEquals(0, staff.look());
        List<String> gaps = gaps();
        assertEquals(before + 1, gaps.size());
        String told = gaps.getLast();
        assertEquals(
                1,
                news
                        .await(
                                1,
                                event -> "id.siaga.desk.unstaffed.v1"
                                                .equals(KafkaTopic.headers(event)
                                                        .get("ce_type"))
                                        && told.equals(KafkaTopic.headers(event).get("ce_sequence")))
                        .stream()
                        .peek(event -> Contracts.own().assertValid("desk-unstaffed.v1", event.value()))
                        .count());
        Desk.beginShift(officer(name()), Duration.ofHours(1)).statusCode(201);
        assertEquals(1, staff.look());
        assertEquals(List.of("0"), Desk.query("select count(*) from desk_gap where ended_at is null"));
    }

    @Test
    void shiftsAreReadPageByPage() {
        // Given
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.addFirst(Desk.beginShift(officer(name()), Duration.ofHours(1))
                    .extract()
                    .path("id"));
        }
        // When
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            var page = Desk.ratna()
                    .queryParams(cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor))
                    .get("/v1/shifts")
                    .jsonPath();
            read.addAll(page.getList("shifts.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null && read.size() < begun.size());
        // Then
        assertEquals(begun, read.subList(0, 5));
        assertEquals(new HashSet<>(begun), new HashSet<>(onDuty().extract().path("shifts.id")));
        Desk.ratna().get("/v1/shifts?cursor=x").then().statusCode(400);
    }

    private static List<String> gaps() {
        return Desk.query("select id from desk_gap order by id");
    }

    private static ValidatableResponse onDuty() {
        return Desk.ratna().get("/v1/shifts?onDuty=true&limit=200").then().statusCode(200);
    }

    private ValidatableResponse prolong(String name, String shift, Duration length) {
        return officer(name)
                .body(Map.of("until", time.instant().plus(length).toString()))
                .post("/v1/shifts/{id}/prolongation", shift)
                .then();
    }

    private static RequestSpecification officer(String name) {
        return Desk.as(Tokens.forPerson("posko", name, "officer"));
    }

    private static String name() {
        return "officer-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
