// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import static id.siaga.triage.ReportFixture.aReport;
import static id.siaga.triage.ReportFixture.aVideo;
import static id.siaga.triage.escalation.LadderFixture.aFine;
import static id.siaga.triage.escalation.LadderFixture.anOrder;
import static id.siaga.triage.escalation.LadderFixture.drafts;
import static id.siaga.triage.escalation.LadderFixture.issueUnanswered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.triage.platform.DirectoryFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The shape of what happened with X: nobody in the country to ask, no endpoint. Found on 12 September, which is day 0 here;
 * second letter on the 20th with a fine; removed two days later; third letter on 8 October, about the fine.
 */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class XCaseTest {

    @Inject
    TestClock time;

    @Test
    void theRecordTellsWhatHappened() {
        // Given
        DirectoryFixture.withoutRepresentative("x", DirectoryFixture.CHANNEL);
        String order = anOrder(aReport().about("x", "post", aVideo()), "pornography");
        // When
        days(1);
        Desk.ratna()
                .body("""
                {"route": "PLATFORM_CHANNEL", "outcome": "SERVED", "at": "%s", "proof": "Ticket 4711"}""".formatted(time.instant()))
                .post("/v1/orders/{id}/service-attempts", order)
                .then()
                .statusCode(201);
        days(2);
        issueUnanswered(drafts(order).getFirst()).statusCode(200);
        days(5);
        String second = drafts(order).getFirst();
        String fine = aFine(order, second, time.instant().plus(Duration.ofDays(10)));
        issueUnanswered(second).statusCode(200);
        days(2);
        Desk.answer("x", order, "REMOVED").statusCode(200);
        days(16);
        Desk.ratna().post("/v1/obligations/{id}/letters", fine).then().statusCode(201);
        String third = drafts(order).getFirst();
        issueUnanswered(third).statusCode(200).body("number", equalTo(3));
        // Then
        assertEquals(
                List.of(
                        "0 order-issued",
                        "0 service-route-due PLATFORM_CHANNEL",
                        "1 service-route-due PLATFORM_CHANNEL",
                        "1 order-delivered: Served by PLATFORM_CHANNEL; proof: Ticket 4711",
                        "3 order-escalated REMINDER",
                        "3 letter-drafted LETTER_1",
                        "3 letter-issued LETTER_1: The platform gave no reasons.",
                        "8 letter-drafted LETTER_2",
                        "8 obligation-imposed: Permenkominfo 5/2020, 15(11)",
                        "8 letter-issued LETTER_2: The platform gave no reasons.",
                        "10 letter-drafted LETTER_3",
                        "10 order-acknowledged: The answer implies it.",
                        "10 order-answered",
                        "10 letter-discarded: The platform has answered.",
                        "26 letter-drafted",
                        "26 letter-issued: The platform gave no reasons."),
                story(order));
        Desk.platform("x")
                .get("/v1/letters/{id}/html?language=EN", third)
                .then()
                .statusCode(200)
                .body(containsString("IDR 78750000.00"), containsString("Order answered"));
        Desk.ratna().get("/v1/obligations/{id}", fine).then().body("status", equalTo("OPEN"));
        assertEquals(List.of("t"), Desk.query("select answered_at > legal_due from orders where id = ?::uuid", order));
        DirectoryFixture.withoutRepresentative("x");
    }

    private void days(int count) {
        LadderFixture.pass(time, Duration.ofDays(count));
    }

    /** The record from the order on, without what clocks and tasks add to it, and without the later checks. */
    private static List<String> story(String order) {
        return Desk.query("""
                select extract(day from r.at - o.issued_at) || ' ' || r.act
                       || coalesce(' ' || coalesce(f.facts ->> 'step', f.facts ->> 'route'), '')
                       || coalesce(': ' || why.text, '')
                from orders o join record r on r.case_id = o.case_id
                left join record_text why on why.case_id = r.case_id and why.seq = r.seq and why.part = 'why'
                cross join lateral (select convert_from(r.body, 'UTF8')::jsonb as facts) f
                where o.id = ?::uuid and r.act ~ '^(order|service|letter|obligation)-' and r.act <> 'order-closed'
                order by r.seq""", order);
    }
}
