// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole from x to table of a case. */
class CaseStatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            NEW,       IN_REVIEW MERGED
            IN_REVIEW, IN_REVIEW DECIDED MERGED
            DECIDED,   IN_REVIEW CLOSED
            CLOSED,    IN_REVIEW
            MERGED,    NEW IN_REVIEW
            """)
    void everyStateAllowsTheseAndNoOthers(CaseStatus from, String to) {
        // Given
        List<CaseStatus> expected = Arrays.stream(CaseStatus.values())
                .filter(status -> List.of(to.split(" ")).contains(status.name()))
                .toList();
        // When
        List<CaseStatus> allowed = from.allowed();
        // Then
        assertEquals(expected, allowed);
    }
}
