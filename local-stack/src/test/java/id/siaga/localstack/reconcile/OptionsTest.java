// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static final Path OWN = Path.of("endpoints.json");

    @Test
    void nothingIsRepairedUnlessAsked() {
        assertEquals(new Options(OWN, "siaga-ops", false, null, null, Duration.ofSeconds(60)), Options.parse(OWN));
    }

    @Test
    void allCanBeSaid() {
        assertEquals(
                new Options(
                        Path.of("siaga.json"),
                        "me",
                        true,
                        "A disk was lost.",
                        Instant.parse("2026-11-29T00:00:00Z"),
                        Duration.ofSeconds(5)),
                Options.parse(
                        OWN,
                        "--repair",
                        "--reason",
                        "A disk was lost.",
                        "--suite",
                        "siaga.json",
                        "--as",
                        "me",
                        "--since",
                        "2026-11-29T00:00:00Z",
                        "--patience",
                        "5"));
    }

    @ParameterizedTest
    @CsvSource({
        "--repair, --reason",
        "--reason why, --repair",
        "--since yesterday, such as",
        "--patience long, number of seconds",
        "--since, needs a value",
        "--all yes, unknown option --all"
    })
    void whatIsWrongIsNamed(String arguments, String named) {
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Options.parse(OWN, arguments.split(" ", -1)))
                        .getMessage());
        assertTrue(said.contains(named), said);
    }
}
