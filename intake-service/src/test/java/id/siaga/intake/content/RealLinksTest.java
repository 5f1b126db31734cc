// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Links as people posted them; the collection may not be redistributed, so it lies beside the checkout, not in it. */
class RealLinksTest {

    private static final ContentKeys KEYS = new ContentKeys();

    @Test
    void everyRealLinkIsReadAsItWasLabelledByEye() throws IOException {
        // Given
        Map<String, String> labels = labels();
        Set<String> unused = new HashSet<>(labels.keySet());
        // When
        List<Executable> checks = new ArrayList<>();
        for (String link : links()) {
            String name = nameOf(link);
            unused.remove(name);
            // A link without a label is one of the web at large.
            String label = labels.getOrDefault(name, "web:url");
            String read = reading(link);
            checks.add(() -> assertTrue(
                    read.equals(label) || read.startsWith(label + ":"), label + " was read as " + read + ": " + link));
        }
        // Then
        assertAll(checks);
        assertEquals(Set.of(), unused, "labels of no link");
    }

    @Test
    void theKeyOfARealLinkIsIdempotent() throws IOException {
        assertAll(links().stream().map(KEYS::ofUrl).mapMulti((reading, checks) -> {
            if (reading instanceof Reading.Keyed keyed) {
                checks.accept((Executable) () -> ContentKeysTest.assertKeysToItself(KEYS, keyed));
            }
        }));
    }

    private String reading(String link) {
        return switch (KEYS.ofUrl(link)) {
            case Reading.Keyed keyed ->
                keyed.key().platform() + ":" + keyed.key().kind();
            case Reading.Refused refused -> "refused";
        };
    }

    @Test
    void noCaseOfTheBrowsersMakesItFail() throws IOException {
        // Given
        JsonNode cases = new ObjectMapper().readTree(Files.readString(shared("wpt-urltestdata.json")));
        // Then
        for (JsonNode one : cases) {
            if (KEYS.ofUrl(one.path("input").asText()) instanceof Reading.Keyed keyed) {
                ContentKeysTest.assertKeysToItself(KEYS, keyed);
            }
        }
    }

    /** The labels of links by the beginning of their SHA-256: the links themselves may not stand here. */
    private static Map<String, String> labels() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/content/real-link-labels.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        }
    }

    private static String nameOf(String link) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
