// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links as people posted them; the collection may not be redistributed, so it lies beside the checkout, not in it. */
class RealLinksTest {

    private final ContentKeys keys = new ContentKeys();

    @Test
    void everyRealLinkGivesAKeyOrARefusalAndKeysAreIdempotent() throws IOException {
        // Given
        List<String> links = links();
        // When
        List<Reading.Keyed> keyed = links.stream()
                .map(keys::ofUrl)
                .filter(Reading.Keyed.class::isInstance)
                .map(Reading.Keyed.class::cast)
                .toList();
        // Then
        assertTrue(keyed.size() > links.size() * 95 / 100, () -> keyed.size() + " of " + links.size() + " keyed");
        assertAll(keyed.stream().map(one -> () -> assertEquals(one, keys.ofUrl(one.canonical()))));
    }

    @Test
    void noCaseOfTheBrowsersMakesItFail() throws IOException {
        // Given
        JsonNode cases = new ObjectMapper().readTree(Files.readString(shared("wpt-urltestdata.json")));
        // Then
        for (JsonNode one : cases) {
            if (keys.ofUrl(one.path("input").asText()) instanceof Reading.Keyed keyed) {
                assertEquals(keyed, keys.ofUrl(keyed.canonical()));
            }
        }
    }

    private static List<String> links() throws IOException {
        try (Stream<String> lines = Files.lines(shared("real-links.tsv"))) {
            return lines.map(line -> line.split("\t", -1)[0]).toList();
        }
    }

    private static Path shared(String name) {
        Path file = Path.of("..", "..", "shared", "data", name);
        assumeTrue(Files.isReadable(file), () -> name + " is absent beside the checkout: it was not tested");
        return file;
    }
}
