// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutWordsItStaysUpAndFailsOneCallInTen() {
        // When
        Options options = Options.of(new String[0]);

        // Then
        assertFalse(options.once());
        assertEquals(0.1, options.failureRate());
    }

    @Test
    void wordsAreTakenInAnyOrder() {
        // When
        Options options = Options.of(new String[] {"--summary", "s.json", "--fresh", "--once", "--seed", "7"});

        // Then
        assertTrue(options.once());
        assertTrue(options.fresh());
        assertEquals(Path.of("s.json"), options.summary());
        assertEquals(7, options.seed());
    }

    @Test
    void aWrongWordIsRefusedWithASentence() {
        // Then
        assertEquals("unknown option --twice", refused("--twice"));
        assertEquals("--summary needs a value", refused("--summary"));
        assertEquals("cannot read the reports file not-there.ndjson", refused("--reports", "not-there.ndjson"));
        assertEquals("--seed needs a whole number, not x", refused("--seed", "x"));
    }

    private static String refused(String... words) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Options.of(words))
                .getMessage());
    }
}
