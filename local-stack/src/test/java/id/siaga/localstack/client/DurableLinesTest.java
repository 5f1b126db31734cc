// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableLinesTest {
    @TempDir
    private Path folder;

    @Test
    void aLineCanBeReadByOthersAsSoonAsItIsAppended() {
        // Given
        Path file = folder.resolve("new/ledger.ndjson");
        try (DurableLines lines = new DurableLines(file)) {
            // When
            lines.append(Json.object().put("n", 1));

            // Then
            assertEquals(List.of(1), numbers(file));
        }
    }

    @Test
    void linesOfManyWritersAreAllThereAndWhole() throws Exception {
        // Given
        Path file = folder.resolve("ledger.ndjson");

        // When
        try (DurableLines lines = new DurableLines(file);
                ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 400; i++) {
                int n = i;
                writers.execute(() -> lines.append(Json.object().put("n", n)));
            }
        }

        // Then
        assertEquals(400, numbers(file).stream().distinct().count());
    }

    @Test
    void aLineTornByACrashIsDroppedAndTheNextOneStartsAfresh() throws Exception {
        // Given
        Path file = folder.resolve("ledger.ndjson");
        Files.writeString(file, "{\"n\":1}\n{\"n\":2");

        // When
        assertEquals(List.of(1), numbers(file));
        try (DurableLines lines = new DurableLines(file)) {
            lines.append(Json.object().put("n", 3));
        }

        // Then
        assertEquals(List.of(1, 3), numbers(file));
    }

    @Test
    void aBrokenLineInTheMiddleIsNotPassedOver() throws Exception {
        // Given
        Path file = folder.resolve("ledger.ndjson");
        Files.writeString(file, "{\"n\":1}\nnonsense\n{\"n\":2}\n", StandardOpenOption.CREATE);

        // When, Then
        assertThrows(UncheckedIOException.class, () -> DurableLines.read(file));
    }

    private static List<Integer> numbers(Path file) {
        return DurableLines.read(file).stream()
                .map((JsonNode line) -> line.path("n").asInt())
                .toList();
    }
}
