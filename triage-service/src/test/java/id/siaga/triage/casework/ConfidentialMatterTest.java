// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static id.siaga.triage.ReportFixture.aReport;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.ReportFixture;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What partners are not told: where a content is that endangers who sees it, or that somebody calls confidential. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class ConfidentialMatterTest {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Test
    void partnersAreNotToldWhereTerrorIs() {
        // Given
        ReportFixture report = aReport().category("terrorism-livestream");
        // When
        UUID caseId = Desk.aCase(report);
        // Then
        JsonNode opened =
                Desk.events("triage.case.v1", "case.opened", caseId, 1).getFirst();
        assertTrue(opened.get("urgent").asBoolean());
        assertEquals(0, opened.get("locators").size());
    }

    @Test
    void partnersAreNotToldWhereAConfidentialMatterIsUntilItsEnd() {
        // Given: one that is said to be confidential at once, and one by the second who reports it
        String video = ReportFixture.aVideo();
        ReportFixture atOnce = aReport().confidentialUntil(LATER);
        ReportFixture open = aReport().about("youtube", "video", video).from("kpu");
        ReportFixture later =
                aReport().about("youtube", "video", video).from("bssn").confidentialUntil(LATER);
        // When
        UUID hidden = Desk.anAssessedCase(atOnce, "fraud");
        UUID known = Desk.aCase(open);
        Desk.aCase(later);
        Desk.assess(known, "fraud").statusCode(200);
        // Then
        assertEquals(List.of(0, 0), locators(hidden, "opened", "assessed"));
        assertEquals(List.of(1, 0), locators(known, "opened", "assessed"));
        // When its end has come
        UUID past = Desk.anAssessedCase(aReport().confidentialUntil(Instant.EPOCH), "fraud");
        // Then
        assertEquals(List.of(1, 1), locators(past, "opened", "assessed"));
    }

    private static List<Integer> locators(UUID caseId, String... events) {
        return Stream.of(events)
                .map(what -> Desk.events("triage.case.v1", "case." + what, caseId, 1)
                        .getFirst()
                        .get("locators")
                        .size())
                .toList();
    }
}
