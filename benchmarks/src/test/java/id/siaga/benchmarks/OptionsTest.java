// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void whatIsNotAskedForIsUsual() {
        // When
        Options options = Options.of("--clients", "32", "--lines", "900", "--json", "out.json", "--strict");
        // Then
        assertEquals(
                new Options(OptionalInt.empty(), 5, 32, 900, true, true, true, Optional.of(Path.of("out.json"))),
                options);
    }

    @Test
    void eachBenchmarkHasItsUsualTurnUnlessOneIsAskedFor() {
        assertEquals(60, Options.of().secondsOr(60));
        assertEquals(7, Options.of("--seconds", "7").secondsOr(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seconds", "--seconds 0", "--rounds many", "--clients -1", "--fast"})
    void whatCannotBeUnderstoodIsNamed(String line) {
        // When
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Options.of(line.split(" ", -1)));
        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains(line.split(" ", -1)[0]), refusal.getMessage());
    }
}
