// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScriptedReportTest {
    private static final long RUN = Instant.parse("2026-01-02T03:04:05Z").toEpochMilli();

    @Test
    void theScriptHasFortyReportsToAcceptAndADozenToRefuse() throws Exception {
        // When
        List<ScriptedReport> script = reports(RUN);

        // Then
        assertTrue(script.stream().filter(ScriptedReport::meantToBeAccepted).count() >= 40);
        assertTrue(script.stream().filter(report -> !report.meantToBeAccepted()).count() >= 12);
    }

    @Test
    void noPlaceholderIsLeftOpen() throws Exception {
        // Given
        Pattern placeholder = Pattern.compile("\\{(run|video\\d?|facebook|tiktok|x|\\d+ letters)}");

        // Then
        for (ScriptedReport report : reports(RUN)) {
            assertFalse(placeholder.matcher(sent(report)).find(), report::about);
        }
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
    void theDeskHasAPlayForEveryItemOfTheScript() throws Exception {
        // Given
        Play.Book plays = Play.Book.load();

        // Then
        for (ScriptedReport report : reports(RUN)) {
            if (report.meantToBeAccepted()) {
                for (JsonNode item : report.body().path("items")) {
                    ObjectNode view = Json.object()
                            .put("category", report.body().path("category").asText());
                    view.putArray("contents").add(item);
                    Play play = plays.forCase(report.play(), view);
                    assertFalse(play.decision().path("kind").asText().isEmpty(), report::about);
                }
            }
        }
    }

    @Test
    void rawTextIsSentAsItStandsAlsoWhenItIsNoJson() throws Exception {
        // When
        List<String> broken = reports(RUN).stream()
                .map(ScriptedReportTest::sent)
                .filter(text -> Json.parseLeniently(text.getBytes(StandardCharsets.UTF_8))
                        .isMissingNode())
                .toList();

        // Then
        assertEquals(List.of("{\"category\":\"hoax\",\"statementOfReasons\":\"terpotong\","), broken);
    }

    private static List<ScriptedReport> reports(long run) throws Exception {
        return Scene.script(run).stream()
                .flatMap(scene -> scene.reports().stream())
                .toList();
    }

    private static String sent(ScriptedReport report) {
        return new String(Json.bytes(report.body()), StandardCharsets.UTF_8);
    }

    private static String firstUrl(long run) throws Exception {
        return reports(run).getFirst().body().path("items").path(0).path("url").asText();
    }
}
