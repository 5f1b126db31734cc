// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryPartyTest {

    @Test
    void onePartyOrNone() {
        assertEquals(Optional.of("siaga-canary"), new CanaryParty(Optional.of("siaga-canary")).name());
        assertEquals(Optional.empty(), new CanaryParty(Optional.empty()).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "google,meta", " ", "google meta"})
    void nothingThatWouldBeToldToSeveral(String parties) {
        assertThrows(IllegalArgumentException.class, () -> new CanaryParty(Optional.of(parties)));
    }
}
