// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleEventTest {

    private static final Instant NOW = Instant.parse("2024-11-27T01:15:30.123Z");

    @Test
    void itHasTheMembersOfIntakesExample() throws IOException {
        // Given
        JsonNode example = Json.parse(
                Files.readAllBytes(Path.of("../intake-service/contracts/events/report-submitted.v1.example.json")));
        // When
        JsonNode data = data(SampleEvent.of("mark", 1, NOW));
        // Then
        assertEquals(members(example), members(data));
        assertEquals(members(example.get("content")), members(data.get("content")));
    }

    @Test
    void fourInFiveAreAboutAContentOfTheirOwn() {
        // When
        Set<String> contents = IntStream.rangeClosed(10_001, 11_000)
                .mapToObj(number -> data(SampleEvent.of("mark", number, NOW))
                        .at("/content/key")
                        .asText())
                .collect(Collectors.toSet());
        // Then
        long ofTheirOwn = contents.stream()
                .filter(key -> Integer.parseInt(key.substring("youtube:video:mark".length())) > 10_000)
                .count();
        assertEquals(800, ofTheirOwn);
        assertEquals(1_000, contents.size());
    }

    @Test
    void allOfOneContentComeByOnePartition() {
        // When
        SampleEvent first = SampleEvent.of("mark", 7_997, NOW);
        SampleEvent again = SampleEvent.of("mark", 10_000, NOW);
        // Then
        assertEquals(data(first).at("/content/key"), data(again).at("/content/key"));
        assertEquals(
                new String(first.message().key(), UTF_8),
                new String(again.message().key(), UTF_8));
    }

    private static JsonNode data(SampleEvent event) {
        return Json.parseLeniently(event.message().value());
    }

    private static Set<String> members(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
