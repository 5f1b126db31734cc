// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole from x to table of a decision. */
class DecisionStatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            PROPOSED, APPROVED RETURNED
            APPROVED, REVERSED
            RETURNED, ''
            REVERSED, ''
            """)
    void everyStateAllowsTheseAndNoOthers(DecisionStatus from, String to) {
        // Given
        List<DecisionStatus> expected = Arrays.stream(DecisionStatus.values())
                .filter(status -> List.of(to.split(" ")).contains(status.name()))
                .toList();
        // When
        List<DecisionStatus> allowed = from.allowed();
        // Then
        assertEquals(expected, allowed);
    }
}
