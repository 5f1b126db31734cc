// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.demo.load.LoadPlan;
import id.siaga.localstack.platform.conduct.Cast;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    @TempDir
    private Path folder;

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

    @Test
    void aLoadHasANumberASeedAndPerhapsARate() {
        // When
        Options options = Options.of(new String[] {"--load", "600", "--rate", "10", "--seed", "7"});

        // Then
        assertEquals(new LoadPlan(600, 7, 10.0), options.load());
        assertEquals(Cast.ALL_PROMPT, options.cast());
        assertNull(Options.of(new String[] {"--seed", "7"}).load());
        assertEquals(Cast.IN_CHARACTER, Options.of(new String[] {"--seed", "7"}).cast());
    }

    @Test
    void whatContradictsALoadIsRefused() throws Exception {
        // Given
        Path file = Files.createTempFile(folder, "claims", ".ndjson");

        // Then
        assertEquals("--rate is for --load N", refused("--rate", "10"));
        assertEquals("--rate needs a number, not fast", refused("--load", "1", "--rate", "fast"));
        assertEquals(
                "--load and --reports are two runs; give one of them",
                refused("--load", "1", "--reports", file.toString()));
    }

    private static String refused(String... words) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Options.of(words))
                .getMessage());
    }
}
