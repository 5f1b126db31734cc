// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointStatusTest {

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ACTIVE, false",
        "ACTIVE, DISABLED, true",
        "ACTIVE, DELETED, true",
        "DISABLED, ACTIVE, false",
        "DISABLED, DISABLED, false",
        "DISABLED, DELETED, true",
        "DELETED, ACTIVE, false",
        "DELETED, DISABLED, false",
        "DELETED, DELETED, false"
    })
    void everyStepIsAllowedOrNot(EndpointStatus from, EndpointStatus to, boolean allowed) {
        // Given, When
        boolean can = from.canBecome(to);

        // Then
        assertEquals(allowed, can);
    }
}
