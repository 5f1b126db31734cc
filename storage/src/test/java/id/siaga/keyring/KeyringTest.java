// SPDX-License-Identifier: Apache-2.0
package id.siaga.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void afterARotationTheOldCiphertextOpensAndIsNoLongerCurrent() {
        // Given
        String keyset = Keysets.random();
        byte[] old = new Keyring(keyset).seal(SECRET, "row 1");

        // When
        Keyring rotated = new Keyring(Keysets.rotated(keyset));

        // Then
        assertArrayEquals(SECRET, rotated.open(old, "row 1"));
        assertTrue(new Keyring(keyset).isCurrent(old));
        assertFalse(rotated.isCurrent(old));
        assertTrue(rotated.isCurrent(rotated.seal(SECRET, "row 1")));
        assertFalse(rotated.isCurrent(new byte[] {1, 2}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"primaryKeyId\":1,\"key\":[]}"})
    void aKeyringThatIsNoneStopsTheStart(String keyset) {
        // Given, When, Then
        assertThrows(IllegalStateException.class, () -> new Keyring(keyset));
    }
}
