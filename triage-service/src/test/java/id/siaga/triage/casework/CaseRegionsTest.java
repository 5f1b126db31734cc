// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static id.siaga.triage.LaterFixture.aWithdrawalOf;
import static id.siaga.triage.ReportFixture.aReport;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Which regions partners are told that a case concerns. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CaseRegionsTest {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    ReportsConsumer consumer;

    @Test
    void theyAreThoseThatStandingReportsName() {
        // Given
        ReportFixture west = aReport().from("kpu").with("region", "ID-JB");
        ReportFixture country = west.byAnother("komdigi").with("region", "ID");
        ReportFixture again = west.byAnother("bssn").with("region", "ID-JB");
        consumer.consume(Published.batch(List.of(west, country, again)));
        UUID caseId = Desk.caseOf(west);
        Desk.aCase(west.byAnother("mafindo").with("region", "ID-PA"));
        consumer.consume(Published.batch(List.of(aWithdrawalOf(country))));
        // When
        Desk.assess(caseId, "fraud").statusCode(200);
        // Then
        assertEquals(List.of("ID", "ID-JB"), regions(caseId, "opened"));
        assertEquals(List.of("ID-JB", "ID-PA"), regions(caseId, "assessed"));
    }

    @Test
    void thoseOfAConfidentialMatterAreNotTold() {
        // Given
        ReportFixture atOnce = aReport().with("region", "ID-JB").confidentialUntil(LATER);
        ReportFixture open = aReport().from("kpu").with("region", "ID-JB");
        // When
        UUID hidden = Desk.anAssessedCase(atOnce, "fraud");
        UUID known = Desk.aCase(open);
        Desk.aCase(open.byAnother("bssn").confidentialUntil(LATER));
        Desk.assess(known, "fraud").statusCode(200);
        // Then
        assertEquals(List.of(), regions(hidden, "opened"));
        assertEquals(List.of(), regions(hidden, "assessed"));
        assertEquals(List.of("ID-JB"), regions(known, "opened"));
        assertEquals(List.of(), regions(known, "assessed"));
    }

    private static List<String> regions(UUID caseId, String what) {
        return StreamSupport.stream(
                        Desk.events("triage.case.v1", "case." + what, caseId, 1)
                                .getFirst()
                                .get("regions")
                                .spliterator(),
                        false)
                .map(region -> region.asText())
                .toList();
    }
}
