// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.localstack.SigningKeys;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceKeysTest {

    @Test
    void everyPairSignsAndAKeyWithoutItsPrivateHalfIsOnlyPublished() {
        // Given
        String fresh = key(SigningKeys.create());
        String old = key(SigningKeys.create());
        String before = key(SigningKeys.create()).replaceFirst(",\"d\":\"[^\"]*\"", "");

        // When
        ServiceKeys keys = new ServiceKeys("{\"keys\":[" + fresh + "," + old + "," + before + "]}");

        // Then
        assertEquals(2, keys.pairs().size());
        assertEquals(
                3, keys.published().stream().map(PublicKeyView::kid).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "{\"keys\":[]}",
                "[]",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"X25519\",\"kid\":\"a\",\"x\":\"AAAA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\",\"x\":\"AAAA\",\"d\":\"AAAA\"}]}"
            })
    void whatIsNoSetOfKeysStopsTheStart(String jwks) {
        assertThrows(IllegalStateException.class, () -> new ServiceKeys(jwks));
    }

    @Test
    void halvesOfTwoPairsAreNoPair() {
        // Given
        String one = SigningKeys.create();
        String other = SigningKeys.create();
        String mixed = one.replaceFirst("\"d\":\"[^\"]*\"", other.replaceAll(".*(\"d\":\"[^\"]*\").*", "$1"));

        // When
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new ServiceKeys(mixed));

        // Then
        assertFalse(String.valueOf(refused.getMessage()).contains("AAAA"));
        for (String half : List.of(one, other)) {
            String secret = half.replaceAll(".*\"d\":\"([^\"]*)\".*", "$1");
            assertFalse(String.valueOf(refused.getMessage()).contains(secret));
        }
    }

    private static String key(String jwks) {
        return jwks.substring(jwks.indexOf('[') + 1, jwks.lastIndexOf(']'));
    }
}
