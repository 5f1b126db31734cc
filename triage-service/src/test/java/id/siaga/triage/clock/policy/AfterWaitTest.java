// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterWaitTest {

    @ParameterizedTest
    @CsvSource({"RESUME, 2026-01-05T12:00:00Z", "RESTART, 2026-01-05T12:30:00Z"})
    void aClockResumesWithWhatWasLeftOrRestarts(AfterWait afterWait, Instant countedFrom) {
        // Given
        Instant start = Instant.parse("2026-01-05T10:00:00Z");
        Instant asked = Instant.parse("2026-01-05T10:30:00Z");
        Instant replied = Instant.parse("2026-01-05T12:30:00Z");
        // When
        Instant from = afterWait.countedFrom(start, asked, replied);
        // Then
        assertEquals(countedFrom, from);
    }
}
