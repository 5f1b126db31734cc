// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportGeneratorTest {
    private static final int MANY = 2000;

    @Test
    void theSameSeedGivesTheSameBytesFromTheSameReporters() {
        // Given
        ReportGenerator one = new ReportGenerator(7);
        ReportGenerator other = new ReportGenerator(7);

        // Then
        for (int index = 0; index < MANY; index++) {
            assertArrayEquals(bytes(one.report(index)), bytes(other.report(index)));
            assertEquals(one.report(index), other.report(index));
        }
    }

    @Test
    void aReportDoesNotDependOnThoseThatWereAskedForBefore() {
        // Given
        List<GeneratedReport> inOrder = reports(7);

        // Then
        assertEquals(inOrder.get(1234), new ReportGenerator(7).report(1234));
    }

    @Test
    void otherSeedsSpeakOfOtherContent() {
        // Given
        Set<String> known = locators(reports(7));

        // When
        Set<String> others = locators(reports(8));

        // Then
        others.retainAll(known);
        assertEquals(Set.of(), others);
        assertNotEquals(
                new ReportGenerator(7).report(0).key(),
                new ReportGenerator(8).report(0).key());
    }

    @Test
    void whatIsPopularIsReportedByManyAndSpeltInManyWays() {
        // Given
        Map<String, Set<String>> spellings = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();

        // When
        for (GeneratedReport report : reports(7)) {
            if (report.valid()) {
                for (int item = 0; item < report.contents().size(); item++) {
                    String content = report.contents().get(item);
                    times.merge(content, 1, Integer::sum);
                    spellings
                            .computeIfAbsent(content, first -> new HashSet<>())
                            .add(locator(report.body().path("items").path(item)));
                }
            }
        }

        // Then
        String favourite = times.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        assertTrue(times.size() < MANY * 0.7, times.size() + " contents");
        assertTrue(times.size() > MANY * 0.3, times.size() + " contents");
        assertTrue(times.getOrDefault(favourite, 0) > 20, favourite + " " + times.get(favourite));
        assertTrue(spellings.getOrDefault(favourite, Set.of()).size() > 2);
        assertTrue(times.values().stream().filter(count -> count == 1).count() > times.size() * 0.4);
    }

    @Test
    void everyReportFitsTheApiUnlessItIsMeantNotTo() {
        for (GeneratedReport report : reports(7)) {
            JsonNode body = report.body();
            String text = body.toString();
            if (report.valid()) {
                assertFalse(text.contains("{place}") || text.contains("{n}") || text.contains("{code}"), text);
                assertFalse(text.contains("{id}") || text.contains("{user}") || text.contains("{token}"), text);
                assertTrue(body.path("region").asText("ID").matches("ID(-[A-Z]{2})?"), text);
                assertFalse(body.path("statementOfReasons").asText().isBlank(), text);
                assertEquals(report.contents().size(), body.path("items").size(), text);
                body.path("items").forEach(item -> assertFalse(locator(item).isEmpty(), text));
            }
        }
    }

    @Test
    void someReportsAreMeantToBeRefusedForEachOfTheFlaws() {
        // When
        List<GeneratedReport> flawed =
                reports(7).stream().filter(report -> !report.valid()).toList();

        // Then
        assertTrue(flawed.size() > MANY / 100 && flawed.size() < MANY / 20, flawed.size() + " flawed");
        assertEquals(
                EnumSet.allOf(Flaw.class),
                flawed.stream()
                        .map(GeneratedReport::flaw)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flaw.class))));
    }

    @Test
    void allCategoriesPlatformsAndBothLanguagesAreMet() {
        // When
        List<GeneratedReport> reports = reports(7);

        // Then
        assertEquals(
                22,
                reports.stream()
                        .filter(GeneratedReport::valid)
                        .map(report -> report.body().path("category").asText())
                        .distinct()
                        .count());
        String all = String.join(" ", locators(reports));
        for (String host :
                List.of("youtu.be", "tiktok", "facebook", "instagram", "t.me", "x.com", "snackvideo", "line.me")) {
            assertTrue(all.contains(host), host);
        }
        assertTrue(reports.stream().anyMatch(report -> report.body().toString().contains("Mohon diperiksa")));
        assertTrue(reports.stream().anyMatch(report -> report.body().toString().contains("Please examine")));
    }

    private static List<GeneratedReport> reports(long seed) {
        return new ReportGenerator(seed).reports().limit(MANY).toList();
    }

    private static byte[] bytes(GeneratedReport report) {
        return Json.bytes(report.body());
    }

    private static Set<String> locators(List<GeneratedReport> reports) {
        return reports.stream()
                .filter(GeneratedReport::valid)
                .flatMap(report -> report.body().path("items").valueStream())
                .map(ReportGeneratorTest::locator)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String locator(JsonNode item) {
        return item.path("url").asText("") + item.path("text").asText("");
    }
}
