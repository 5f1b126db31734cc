// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole from x to table of an order. */
class OrderStatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ISSUED,                  DELIVERED ACKNOWLEDGED CLARIFICATION_REQUESTED IMPOSSIBLE ANSWERED WITHDRAWN
            DELIVERED,               ACKNOWLEDGED CLARIFICATION_REQUESTED IMPOSSIBLE ANSWERED WITHDRAWN
            ACKNOWLEDGED,            CLARIFICATION_REQUESTED IMPOSSIBLE ANSWERED WITHDRAWN
            CLARIFICATION_REQUESTED, ACKNOWLEDGED ANSWERED WITHDRAWN
            IMPOSSIBLE,              ACKNOWLEDGED ANSWERED WITHDRAWN
            ANSWERED,                CLOSED WITHDRAWN REAPPEARED
            CLOSED,                  WITHDRAWN REAPPEARED
            WITHDRAWN,               REINSTATED
            REINSTATED,              ''
            REAPPEARED,              WITHDRAWN REAPPEARED
            """)
    void everyStateAllowsTheseAndNoOthers(OrderStatus from, String to) {
        // Given
        List<OrderStatus> expected = Arrays.stream(OrderStatus.values())
                .filter(status -> List.of(to.split(" ")).contains(status.name()))
                .toList();
        // When
        List<OrderStatus> allowed = from.allowed();
        // Then
        assertEquals(expected, allowed);
    }
}
