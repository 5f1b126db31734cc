// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import id.siaga.web.Contracts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The events that the service promises. */
class ContractsTest {

    private static final Contracts OWN = Contracts.own();

    static List<String> events() {
        return OWN.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyExampleIsValid(String event) {
        OWN.assertValid(event, OWN.example(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aReleasedSchemaOnlyGrows(String event) {
        OWN.assertOnlyGrown(event);
    }
}
