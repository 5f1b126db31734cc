// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiringTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,   50,  2026-01-05T10:30:00Z
            50,  80,  2026-01-05T10:48:00Z
            80,  100, 2026-01-05T11:00:00Z
            100, 100, 2026-01-05T11:00:00Z
            """)
    void marksAreSharesOfTheWholeTime(int fired, int next, Instant at) {
        // Given
        Instant start = Instant.parse("2026-01-05T10:00:00Z");
        Instant due = Instant.parse("2026-01-05T11:00:00Z");
        // When
        int mark = Firing.after(fired);
        // Then
        assertEquals(next, mark);
        assertEquals(at, Firing.at(start, due, mark));
    }
}
