// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.triage.TestClock;
import id.siaga.triage.clock.ClockFixture;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Orders that nobody acts on, and the letters about them. */
public final class LadderFixture {

    private LadderFixture() {}

    static String anOrder(ReportFixture report, String category) {
        Desk.aCompetence("Permenkominfo 5/2020", "9(3)", category);
        return Desk.approve(Desk.yusuf(), Desk.aProposal(Desk.anAssessedCase(report, category), "ORDER"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
    }

    /** Lets time pass, and everything fire that is due by then. */
    static void pass(TestClock time, Duration length) {
        time.advance(length);
        ClockFixture.fireAll();
    }

    /** The draft about an order past its legal due. */
    public static String aLetter() {
        return drafts(aLateOrder()).getFirst();
    }

    /** An order past its legal due. */
    public static String aLateOrder() {
        String order = anOrder(ReportFixture.aReport(), "pornography");
        Desk.acknowledge("google", order).statusCode(200);
        pass(Arc.container().instance(TestClock.class).get(), Duration.ofHours(25));
        return order;
    }

    /** A fine that was imposed by a letter. */
    public static String anObligation() {
        String order = aLateOrder();
        String letter = drafts(order).getFirst();
        TestClock time = Arc.container().instance(TestClock.class).get();
        String fine = aFine(order, letter, time.instant().plus(Duration.ofDays(7)));
        issueUnanswered(letter).statusCode(200);
        return fine;
    }

    public static List<String> drafts(String order) {
        return Desk.ratna()
                .get("/v1/orders/{id}/letters", order)
                .then()
                .statusCode(200)
                .extract()
                .path("letters.findAll { it.status == 'DRAFTED' }.id");
    }

    static ValidatableResponse issue(String letter, String reasonsOfPlatform) {
        return Desk.wulan()
                .body(Map.of("reasonsOfPlatform", reasonsOfPlatform))
                .post("/v1/letters/{id}/issue", letter)
                .then();
    }

    public static ValidatableResponse issueUnanswered(String letter) {
        return Desk.wulan()
                .body(Map.of("noneGiven", true))
                .post("/v1/letters/{id}/issue", letter)
                .then();
    }

    static String aFine(String order, String letter, Instant due) {
        return fine(order, letter, due).statusCode(201).extract().path("id");
    }

    static ValidatableResponse fine(String order, String letter, Instant due) {
        return Desk.wulan()
                .body("""
                {"letterId": "%s", "kind": "FINE", "amount": 78750000.00, "currency": "IDR",
                 "legalBasis": "Permenkominfo 5/2020, 15(11)", "dueAt": "%s"}""".formatted(letter, due))
                .post("/v1/orders/{id}/obligations", order)
                .then();
    }
}
