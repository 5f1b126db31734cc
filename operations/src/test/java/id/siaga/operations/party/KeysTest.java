// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.operations.Failure;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static String jwk(KeyPair pair, OutputControlLevel level) throws Exception {
        PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
        key.setPrivateKey(pair.getPrivate());
        return key.toJson(level);
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(Failure.class, () -> Keys.read(text)).getMessage());
    }

    @Test
    void theIssuerIsGivenThePublicHalfOfAKeyThatWasMadeHere() {
        ObjectNode key = Keys.publicOf(Keys.generate());

        assertEquals("RSA", key.path("kty").asText());
        assertEquals("RS256", key.path("alg").asText());
        assertEquals("sig", key.path("use").asText());
        assertFalse(key.has("d"));
    }

    @Test
    void aKeyIsNamedByWhatItIsHoweverItIsWritten() throws Exception {
        KeyPair pair = rsa(2048);

        ObjectNode asPem = Keys.read(pem(pair));
        ObjectNode asJwk = Keys.read(jwk(pair, OutputControlLevel.PUBLIC_ONLY));

        assertEquals(asPem, asJwk);
        assertEquals(43, Keys.id(asPem).length());
    }

    @Test
    void aKeyOfTheCurveIsTaken() throws Exception {
        assertEquals("ES256", Keys.read(pem(ec("secp256r1"))).path("alg").asText());
        assertEquals(
                "ES256",
                Keys.read(jwk(ec("secp256r1"), OutputControlLevel.PUBLIC_ONLY))
                        .path("alg")
                        .asText());
    }

    @Test
    void whatIsTooWeakUnknownOrPrivateIsRefused() throws Exception {
        String weak = pem(rsa(1024));
        String other = jwk(ec("secp384r1"), OutputControlLevel.PUBLIC_ONLY);
        String secret = jwk(rsa(2048), OutputControlLevel.INCLUDE_PRIVATE);

        assertTrue(refusal(weak).contains("2048"));
        assertTrue(refusal(other).contains("P-256"));
        assertTrue(refusal(secret).contains("private key"));
        assertThrows(Failure.class, () -> Keys.read("nonsense"));
        assertThrows(Failure.class, () -> Keys.read("{}"));
        assertThrows(Failure.class, () -> Keys.publicOf("nonsense"));
    }
}
