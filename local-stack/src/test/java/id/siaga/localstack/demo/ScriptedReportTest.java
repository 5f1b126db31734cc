// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedReportTest {
    private static final long RUN = Instant.parse("2026-01-02T03:04:05Z").toEpochMilli();

    @Test
    void theScriptHasTenReportsToAcceptAndTwoToRefuse() throws Exception {
        // When
        List<ScriptedReport> script = ScriptedReport.script(RUN);

        // Then
        assertEquals(10, script.stream().filter(report -> !report.invalid()).count());
        assertEquals(2, script.stream().filter(ScriptedReport::invalid).count());
        assertTrue(script.stream().noneMatch(report -> report.body().toString().contains("{run}")));
    }

    @Test
    void thePlaceholdersBecomeIdsAsThePlatformsHaveThemAndOthersInEachRun() throws Exception {
        // When
        String url = firstUrl(RUN);

        // Then
        assertTrue(url.matches("https://youtu\\.be/[0-9A-Za-z_-]{11}\\?si=.+"), url);
        assertNotEquals(url, firstUrl(RUN + 1));
    }

    @Test
    void theDeskHasAPlayForEveryCategoryOfTheScript() throws Exception {
        // Given
        Play.Book plays = Play.Book.load();

        // Then
        for (ScriptedReport report : ScriptedReport.script(RUN)) {
            if (!report.invalid()) {
                ObjectNode view = Json.object()
                        .put("category", report.body().path("category").asText());
                view.set("contents", report.body().path("items"));
                assertFalse(plays.forCase(view).decision().path("kind").asText().isEmpty(), report::about);
            }
        }
    }

    private static String firstUrl(long run) throws Exception {
        return ScriptedReport.script(run)
                .getFirst()
                .body()
                .path("items")
                .path(0)
                .path("url")
                .asText();
    }
}
