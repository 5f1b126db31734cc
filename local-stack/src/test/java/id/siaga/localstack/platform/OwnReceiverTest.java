// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.localstack.platform.conduct.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnReceiverTest {

    @Test
    void theAddressIsTakenAsItIsAndThePartyPutIn() {
        assertEquals(
                "http://127.0.0.1:9000/hooks?x=1",
                OwnReceiver.at("http://127.0.0.1:9000/hooks?x=1").url(Persona.META));
        assertEquals(
                "https://example.org/meta/hooks",
                OwnReceiver.at("https://example.org/{party}/hooks").url(Persona.META));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9000", "ftp://example.org/", "/hooks", "http:///hooks", "http://a b/", ""})
    void whatIsNoWebAddressIsRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> OwnReceiver.at(address));
    }
}
