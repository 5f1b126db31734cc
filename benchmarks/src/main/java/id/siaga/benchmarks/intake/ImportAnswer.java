// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of the lines of an import.
 *
 * @param lines how many the answer has
 * @param inOrder how many of them are about the line of their own place
 * @param created how many tell of a new report
 * @param reports how many reports they tell of, each counted once
 */
record ImportAnswer(int lines, int inOrder, int created, int reports) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CREATED = 201;

    static ImportAnswer read(Path file) throws IOException {
        int lines = 0;
        int inOrder = 0;
        int created = 0;
        Set<String> reports = new HashSet<>();
        try (Stream<String> all = Files.lines(file)) {
            for (String line : (Iterable<String>) all::iterator) {
                JsonNode result = JSON.readTree(line);
                lines++;
                inOrder += result.path("line").asInt() == lines ? 1 : 0;
                created += result.path("status").asInt() == CREATED ? 1 : 0;
                reports.add(result.path("id").asText());
            }
        }
        return new ImportAnswer(lines, inOrder, created, reports.size());
    }

    /** Fails unless every line has one answer, in its place, and a new report of its own. */
    void requireOneReportEach(int count) throws IOException {
        if (!List.of(lines, inOrder, created, reports).stream().allMatch(number -> number == count)) {
            throw new IOException("%,d lines were sent, and answered by %s".formatted(count, this));
        }
    }
}
