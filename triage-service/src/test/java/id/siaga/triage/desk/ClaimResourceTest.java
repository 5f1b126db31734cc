// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import static id.siaga.triage.ReportFixture.aReport;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who works on which case. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ClaimResourceTest {

    private static final Duration LEASE = Duration.ofMinutes(15);

    @Inject
    TestClock time;

    @Test
    void everybodySeesWhoWorksOnACase() {
        // Given
        UUID id = Desk.aCase(aReport().with("region", "ID-QC")); // of no other test
        shown(id, "NOBODY", 1);
        // When
        claim(Desk.ratna(), id).statusCode(200).body("claim.by", equalTo("posko/ratna"));
        // Then
        Desk.wulan().get("/v1/cases/{id}", id).then().body("claim.by", equalTo("posko/ratna"));
        shown(id, "NOBODY", 0);
        shown(id, "SOMEBODY", 1);
        shown(id, "ME", 1);
        queue(Desk.wulan(), "ME").body("cases.size()", equalTo(0));
        release(Desk.ratna(), id).statusCode(200).body("claim", nullValue());
        shown(id, "NOBODY", 1);
        assertEquals(List.of("case-opened", "item-linked", "case-claimed", "case-released"), acts(id));
    }

    @Test
    void aCaseIsTakenFromAColleagueWithAReasonOnly() {
        // Given
        UUID id = Desk.aCase(aReport());
        claim(Desk.ratna(), id).statusCode(200);
        // When, then
        claim(dimas(), id)
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:claimed-by-another"))
                .body("by", equalTo("posko/ratna"));
        release(dimas(), id).statusCode(409);
        dimas().body(Map.of("reason", ""))
                .post("/v1/cases/{id}/claim", id)
                .then()
                .statusCode(400);
        dimas().body(Map.of("reason", "Ratna has gone home."))
                .post("/v1/cases/{id}/claim", id)
                .then()
                .statusCode(200)
                .body("claim.by", equalTo("bssn/dimas"));
        claim(Desk.ratna(), id).statusCode(409);
        assertEquals(List.of("case-opened", "item-linked", "case-claimed", "case-taken-over"), acts(id));
        assertEquals(
                List.of("Ratna has gone home."),
                Desk.query(
                        "select text from record natural join record_text where act = 'case-taken-over' and part = 'why'"
                                + " and case_id = ?",
                        id));
    }

    @Test
    void aClaimEndsByItselfUnlessItsHolderGoesOn() {
        // Given
        UUID id = Desk.aCase(aReport());
        claim(Desk.ratna(), id).statusCode(200);
        time.advance(LEASE.minusMinutes(1));
        claim(Desk.ratna(), id).statusCode(200);
        time.advance(LEASE.minusMinutes(1));
        Desk.ratna().get("/v1/cases/{id}", id).then().body("claim.by", equalTo("posko/ratna"));
        // When
        time.advance(Duration.ofMinutes(1));
        // Then
        Desk.ratna().get("/v1/cases/{id}", id).then().body("claim", nullValue());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> acts(id), List.of("case-opened", "item-linked", "case-claimed", "claim-ended")::equals);
        claim(dimas(), id).statusCode(200).body("claim.by", equalTo("bssn/dimas"));
    }

    @Test
    void aCaseIsGivenToAColleagueWhoIsOnDuty() {
        // Given
        UUID id = Desk.aCase(aReport());
        claim(dimas(), id).statusCode(200);
        String shift = Desk.aShift("sari");
        // When
        reassign(id, shift).statusCode(200).body("claim.by", equalTo("posko/sari"));
        // Then
        claim(dimas(), id).statusCode(409).body("by", equalTo("posko/sari"));
        Desk.offDuty("sari");
        reassign(id, shift).statusCode(409).body("type", equalTo("urn:siaga:problem:not-on-duty"));
        reassign(id, UUID.randomUUID().toString()).statusCode(404);
        assertEquals(List.of("case-opened", "item-linked", "case-claimed", "case-reassigned"), acts(id));
    }

    @Test
    void ofManyWhoClaimAtOnceOneHasIt() throws Exception {
        // Given
        UUID id = Desk.aCase(aReport());
        List<Callable<Integer>> calls = IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(
                        i -> () -> claim(Desk.as(Tokens.forPerson("posko", "officer-" + i, "officer")), id)
                                .extract()
                                .statusCode())
                .toList();
        // When
        int granted = 0;
        try (ExecutorService officers = Executors.newFixedThreadPool(10)) {
            for (Future<Integer> call : officers.invokeAll(calls)) {
                granted += call.get() == 200 ? 1 : 0;
            }
        }
        // Then
        assertEquals(1, granted);
        assertEquals(
                List.of("1"), Desk.query("select count(*) from record where act = 'case-claimed' and case_id = ?", id));
    }

    @Test
    void aClientClaimsNothingAndNoCaseIs404() {
        UUID id = Desk.aCase(aReport());
        claim(Desk.as(Tokens.forClient("posko", "officer")), id).statusCode(403);
        claim(Desk.ratna(), UUID.randomUUID()).statusCode(404);
        release(Desk.ratna(), UUID.randomUUID()).statusCode(404);
    }

    private static RequestSpecification dimas() {
        return Desk.as(Tokens.forPerson("bssn", "dimas", "officer"));
    }

    private static ValidatableResponse claim(RequestSpecification who, UUID id) {
        return who.body("{}").post("/v1/cases/{id}/claim", id).then();
    }

    private static ValidatableResponse release(RequestSpecification who, UUID id) {
        return who.post("/v1/cases/{id}/release", id).then();
    }

    private static ValidatableResponse reassign(UUID id, String shift) {
        return Desk.ratna()
                .body(Map.of("shiftId", shift, "reason", "She knows the matter."))
                .post("/v1/cases/{id}/reassignment", id)
                .then();
    }

    private static void shown(UUID id, String claimed, int times) {
        queue(Desk.ratna(), claimed).body("cases.findAll { it.id == '" + id + "' }.size()", equalTo(times));
    }

    private static ValidatableResponse queue(RequestSpecification who, String claimed) {
        return who.queryParam("region", "ID-QC")
                .queryParam("claimed", claimed)
                .get("/v1/cases")
                .then()
                .statusCode(200);
    }

    private static List<String> acts(UUID id) {
        return Desk.query("select act from record where case_id = ? order by seq", id);
    }
}
