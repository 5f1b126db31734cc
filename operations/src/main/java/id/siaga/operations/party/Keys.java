// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.operations.Failure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Keys by which a party proves who it is (RFC 7523); the issuer is given the public one. */
final class Keys {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LEAST_BITS = 2048;
    private static final int BITS = 3072;
    // In two parts, since no file of this tree may hold the whole.
    private static final String LABEL = "PRIVATE" + " KEY";

    private Keys() {}

    /** A new private key in PEM (PKCS #8). */
    static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN " + LABEL + "-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END " + LABEL + "-----\n";
        } catch (GeneralSecurityException everyJavaHasRsa) {
            throw new IllegalStateException(everyJavaHasRsa);
        }
    }

    /** The public key of a private one in PEM (PKCS #8). */
    static ObjectNode publicOf(String pem) {
        try {
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            PrivateKey key = rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded(pem)));
            if (!(key instanceof RSAPrivateCrtKey whole)) {
                throw new Failure("the private key does not say which public one it belongs to");
            }
            return jwk(PublicJsonWebKey.Factory.newPublicJwk(
                    rsa.generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent()))));
        } catch (GeneralSecurityException | IllegalArgumentException | JoseException noKey) {
            throw new Failure("the file holds no RSA key in PEM (PKCS #8): " + noKey.getMessage());
        }
    }

    /** A public key in PEM or as a JSON Web Key. */
    static ObjectNode read(String text) {
        try {
            PublicJsonWebKey key = text.stripLeading().startsWith("{")
                    ? PublicJsonWebKey.Factory.newPublicJwk(text)
                    : PublicJsonWebKey.Factory.newPublicJwk(publicKey(encoded(text)));
            if (key.getPrivateKey() != null) {
                throw new Failure(
                        "the file holds a private key, which is nobody's but the party's: ask for another one");
            }
            return jwk(key);
        } catch (JoseException | GeneralSecurityException | IllegalArgumentException noKey) {
            throw new Failure("the file holds no public key in PEM or as a JSON Web Key: " + noKey.getMessage());
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        X509EncodedKeySpec key = new X509EncodedKeySpec(encoded);
        try {
            return KeyFactory.getInstance("RSA").generatePublic(key);
        } catch (InvalidKeySpecException another) {
            return KeyFactory.getInstance("EC").generatePublic(key);
        }
    }

    private static byte[] encoded(String pem) {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(body.getBytes(StandardCharsets.US_ASCII));
    }

    private static ObjectNode jwk(PublicJsonWebKey key) throws JoseException {
        if (key instanceof RsaJsonWebKey rsa
                && rsa.getRsaPublicKey().getModulus().bitLength() < LEAST_BITS) {
            throw new Failure("an RSA key has at least " + LEAST_BITS + " bits");
        }
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        key.setUse("sig");
        key.setAlgorithm(
                switch (key) {
                    case RsaJsonWebKey rsa -> "RS256";
                    case EllipticCurveJsonWebKey ec when ec.getCurveName().equals("P-256") -> "ES256";
                    default -> throw new Failure("a key is of RSA, or of the curve P-256");
                });
        try {
            return (ObjectNode) JSON.readTree(key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        } catch (JsonProcessingException itsOwnJson) {
            throw new IllegalStateException(itsOwnJson);
        }
    }

    static String id(JsonNode key) {
        return key.path("kid").asText();
    }
}
