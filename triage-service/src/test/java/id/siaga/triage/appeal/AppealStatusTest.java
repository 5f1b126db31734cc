// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole from x to table of an appeal. */
class AppealStatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            RECEIVED, UPHELD REJECTED
            UPHELD,   ''
            REJECTED, ''
            """)
    void everyStateAllowsTheseAndNoOthers(AppealStatus from, String to) {
        // Given
        List<AppealStatus> expected = Arrays.stream(AppealStatus.values())
                .filter(status -> List.of(to.split(" ")).contains(status.name()))
                .toList();
        // When
        List<AppealStatus> allowed = from.allowed();
        // Then
        assertEquals(expected, allowed);
    }
}
