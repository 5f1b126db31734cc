// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointStatusTest {

    @ParameterizedTest
    @CsvSource({
        "UNVERIFIED, UNVERIFIED, false",
        "UNVERIFIED, ACTIVE, true",
        "UNVERIFIED, PAUSED, false",
        "UNVERIFIED, DISABLED, false",
        "UNVERIFIED, DELETED, true",
        "ACTIVE, UNVERIFIED, false",
        "ACTIVE, ACTIVE, false",
        "ACTIVE, PAUSED, true",
        "ACTIVE, DISABLED, true",
        "ACTIVE, DELETED, true",
        "PAUSED, UNVERIFIED, false",
        "PAUSED, ACTIVE, true",
        "PAUSED, PAUSED, false",
        "PAUSED, DISABLED, true",
        "PAUSED, DELETED, true",
        "DISABLED, UNVERIFIED, false",
        "DISABLED, ACTIVE, true",
        "DISABLED, PAUSED, false",
        "DISABLED, DISABLED, false",
        "DISABLED, DELETED, true",
        "DELETED, UNVERIFIED, false",
        "DELETED, ACTIVE, false",
        "DELETED, PAUSED, false",
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
