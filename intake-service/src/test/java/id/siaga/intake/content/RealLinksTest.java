// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    private static List<String> links() throws IOException {
        Path file = Stream.of("../../shared/data", "../shared/data")
                .map(folder -> Path.of(folder, "real-links.tsv"))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(Path.of("absent"));
        assumeTrue(Files.isReadable(file), "real-links.tsv is absent beside the checkout: real links were not tested");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split("\t", -1)[0]).toList();
        }
    }
}
