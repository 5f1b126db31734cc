// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2024-11-27T01:31:05Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 0 ', PT0S",
        "'Wed, 27 Nov 2024 01:32:05 GMT', PT1M",
        "'Wed, 27 Nov 2024 01:30:05 GMT', PT0S",
        "-1,",
        "99999999999,",
        "soon,",
        "'',",
        ","
    })
    void theHeaderIsSecondsOrADate(@Nullable String header, @Nullable Duration wait) {
        // Given, When
        Duration parsed = RetryAfter.parse(header, NOW);

        // Then
        assertEquals(wait, parsed);
    }
}
