// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypePatternTest {

    @ParameterizedTest
    @CsvSource({
        "*, id.siaga.order.issued.v1, true",
        "*.*, id.siaga.order.issued.v1, true",
        "order.*, id.siaga.order.issued.v1, true",
        "order.*, id.siaga.order.deadline-near.v1, true",
        "order.*, id.siaga.order.clarification-requested.v1, true",
        "order.*, id.siaga.order.impossible.v1, true",
        "order.*, id.siaga.order.clarified.v1, true",
        "order.issued, id.siaga.order.issued.v1, true",
        "order.issued, id.siaga.order.issued.v2, true",
        "*.issued, id.siaga.order.issued.v1, true",
        "report.status-changed, id.siaga.report.status-changed.v1, true",
        "case.*, id.siaga.order.issued.v1, false",
        "order.answered, id.siaga.order.issued.v1, false",
        "*.closed, id.siaga.order.issued.v1, false",
        "order.iss*, id.siaga.order.issued.v1, false",
        "*, com.example.order.issued.v1, false",
        "*, id.siaga.order.v1, false"
    })
    void aSegmentMatchesItselfOrAnything(String pattern, String type, boolean expected) {
        // Given, When
        boolean matches = new EventTypePattern(pattern).matches(type);

        // Then
        assertEquals(expected, matches);
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "*.*, true",
        "order.*, true",
        "*.issued, true",
        "order.deadline-near, true",
        "order, false",
        "order.iss*, false",
        "order.issued.v1, false",
        "Order.issued, false",
        "order., false",
        ".issued, false",
        "order.-near, false",
        "**, false"
    })
    void aPatternIsANounAndAVerb(String text, boolean valid) {
        // Given, When
        boolean accepted = text.matches(EventTypePattern.SYNTAX);

        // Then
        assertEquals(valid, accepted);
    }
}
