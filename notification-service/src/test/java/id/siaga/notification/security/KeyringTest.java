// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.notification.Keysets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

    private static final byte[] SECRET = "rahasia".getBytes(UTF_8);

    @Test
    void whatWasSealedOpensUnderTheSameContextOnly() {
        // Given
        Keyring keyring = new Keyring(Keysets.random());

        // When
        byte[] sealed = keyring.seal(SECRET, "row 1");

        // Then
        assertArrayEquals(SECRET, keyring.open(sealed, "row 1"));
        assertThrows(IllegalStateException.class, () -> keyring.open(sealed, "row 2"));
        assertFalse(new String(sealed, UTF_8).contains("rahasia"));
    }

    @Test
    void aChangedCiphertextDoesNotOpen() {
        // Given
        Keyring keyring = new Keyring(Keysets.random());
        byte[] sealed = keyring.seal(SECRET, "row 1");
        byte[] changed = Arrays.copyOf(sealed, sealed.length);
        changed[changed.length - 1] ^= 1;

        // When, Then
        assertThrows(IllegalStateException.class, () -> keyring.open(changed, "row 1"));
    }

    @Test
    void anotherKeyringDoesNotOpenIt() {
        // Given
        byte[] sealed = new Keyring(Keysets.random()).seal(SECRET, "row 1");

        // When, Then
        assertThrows(IllegalStateException.class, () -> new Keyring(Keysets.random()).open(sealed, "row 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"primaryKeyId\":1,\"key\":[]}"})
    void aKeyringThatIsNoneStopsTheStart(String keyset) {
        // Given, When, Then
        assertThrows(IllegalStateException.class, () -> new Keyring(keyset));
    }
}
