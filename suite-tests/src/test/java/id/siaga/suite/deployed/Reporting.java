// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import static id.siaga.suite.deployed.SecuredSuite.LONG;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a party reports, by the APIs of services that run, and who learns of it. */
final class Reporting {

    private static final String PARTY = "mafindo";
    private static final String ROLE = "reporter";

    /** Where intake tells of reports, and by which group it hears of their cases. */
    private static final String TOLD = "intake.report.v1";

    private static final String HEARS = "intake-service.links-in";

    private final SecuredSuite suite;
    private final List<String> reports = new ArrayList<>();

    Reporting(SecuredSuite suite) {
        this.suite = suite;
    }

    /** Reports something of that name. */
    void submit(PackagedService intake, String name) throws Exception {
        reports.add(intake.post("/v1/reports", suite.token("intake", PARTY, ROLE), """
                {"category": "fraud", "statementOfReasons": "It sells what it does not have.", "goodFaith": true,
                 "items": [{"url": "https://example.org/shop/%s"}]}""".formatted(name))
                .path("id")
                .asText());
    }

    /** It works as it does while Kafka is away: takes reports, tells nobody and says why, and hears nothing. */
    void assertIntakeIsAlone(PackagedService intake, String name, String why) throws Exception {
        submit(intake, name);
        await().atMost(LONG).failFast("intake has ended", () -> !intake.runs()).until(() -> suite.said("intake", name)
                .lines()
                .anyMatch(line -> line.contains("of the outbox waits") && line.contains(why)));
        assertEquals(reports.size(), untold());
        assertEquals(0, suite.users().written(TOLD));
        assertEquals(0, suite.users().members(HEARS));
    }

    /** Returns when intake is alone no longer: it has told of all that it took, and reads what others tell. */
    void awaitIntakeInTouch(PackagedService intake) {
        await().atMost(LONG)
                .failFast("intake has ended", () -> !intake.runs())
                .until(() -> untold() == 0
                        && suite.users().written(TOLD) > 0
                        && suite.users().members(HEARS) > 0);
    }

    /** Returns when intake has heard from triage, and the party from notification, that each report is in a case. */
    void awaitCases(PackagedService intake, PackagedService notification) throws SQLException {
        for (String report : reports) {
            await().atMost(LONG).until(() -> !status(intake, report).equals("RECEIVED"));
            await().atMost(LONG).until(() -> isTold(notification, report));
        }
        assertEquals(reports.size(), suite.number("triage", "select count(*) from case_file"));
    }

    private long untold() throws SQLException {
        return suite.number("intake", "select count(*) from outbox");
    }

    private String status(PackagedService intake, String report) throws Exception {
        return intake.get("/v1/reports/" + report, suite.token("intake", PARTY, ROLE))
                .path("status")
                .asText();
    }

    private boolean isTold(PackagedService notification, String report) throws Exception {
        return notification
                .get("/v1/events", suite.token("notification", PARTY, ROLE))
                .path("events")
                .findValuesAsText("reportId")
                .contains(report);
    }
}
