// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What was a key in a release stays one until the version of the rules says otherwise. Rows of stability.csv are added and
 * never changed; {@code since} is the first version of the rules that gave the key.
 */
class StabilityTest {

    private static final Pattern ROW = Pattern.compile("\"?(.+?)\"?,([0-9]+),\"?(.+?)\"?");

    private static final ContentKeys KEYS = new ContentKeys();

    @Test
    void everySpellingStillHasTheKeyThatItWasLastPromised() throws IOException {
        promises().forEach((spelling, bySince) -> {
            Reading.Keyed keyed = assertInstanceOf(Reading.Keyed.class, KEYS.ofUrl(spelling), spelling);
            assertEquals(bySince.lastEntry().getValue(), keyed.key().text(), spelling);
        });
    }

    @Test
    void noPromiseIsOfAVersionThatIsYetToCome() throws IOException {
        promises().forEach((spelling, bySince) -> assertTrue(bySince.lastKey() <= KEYS.ruleVersion(), spelling));
    }

    @Test
    void everyVersionOfTheRulesIsPromisedSomething() throws IOException {
        for (int version = 1; version <= KEYS.ruleVersion(); version++) {
            int since = version;
            assertTrue(
                    promises().values().stream().anyMatch(bySince -> bySince.containsKey(since)),
                    () -> "a new version needs rows of its own: " + since);
        }
    }

    private static Map<String, NavigableMap<Integer, String>> promises() throws IOException {
        Map<String, NavigableMap<Integer, String>> promises = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/content/stability.csv"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                promises.computeIfAbsent(row.group(1), none -> new TreeMap<>())
                        .put(Integer.parseInt(row.group(2)), row.group(3));
            }
        }
        assertTrue(promises.size() > 100, "the promises were not read");
        return promises;
    }
}
