// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys under which checkpoints are signed, made at start: missing or broken ones stop it at once. The first of the set
 * signs; others are those that signed before.
 */
@Singleton
@Startup
class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;

    private final Map<String, PublicKey> known = new LinkedHashMap<>();
    private final List<PublicJwk> published = new ArrayList<>();
    private final String current;
    private final PrivateKey secret;

    /** The public half of a key, as RFC 8037 writes it. */
    public record PublicJwk(
            @Size(max = 3) String kty,
            @Size(max = 7) String crv,
            @Size(max = 3) String use,
            @Size(max = 5) String alg,
            @Size(max = 100) String kid,
            @Size(max = 43) String x) {}

    SigningKeys(@ConfigProperty(name = "siaga.record.signing-keys") String jwks) {
        try {
            List<JsonNode> keys =
                    new ObjectMapper().readTree(jwks).path("keys").valueStream().toList();
            for (JsonNode key : keys) {
                String kid = key.path("kid").asText();
                known.put(kid, publicKey(octets(key, "x")));
                published.add(new PublicJwk(
                        "OKP", ALGORITHM, "sig", "EdDSA", kid, key.path("x").asText()));
            }
            JsonNode first = keys.getFirst();
            current = first.path("kid").asText();
            secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, octets(first, "d")));
        } catch (JsonProcessingException | GeneralSecurityException | RuntimeException unusable) {
            throw broken();
        }
        byte[] probe = "probe".getBytes(UTF_8);
        if (current.isEmpty() || !verifies(current, probe, sign(probe))) {
            throw broken();
        }
    }

    /** Without the cause: its message could quote the key. */
    private static IllegalStateException broken() {
        return new IllegalStateException(
                "siaga.record.signing-keys (SIAGA_RECORD_SIGNING_KEYS) is no JWK set whose first"
                        + " key is an Ed25519 key pair with a kid");
    }

    String current() {
        return current;
    }

    List<PublicJwk> published() {
        return List.copyOf(published);
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime signs by Ed25519", e);
        }
    }

    boolean verifies(String kid, byte[] bytes, byte[] signed) {
        PublicKey key = known.get(kid);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static byte[] octets(JsonNode key, String member) throws GeneralSecurityException {
        byte[] octets = Base64.getUrlDecoder().decode(key.path(member).asText());
        if (!ALGORITHM.equals(key.path("crv").asText()) || octets.length != LENGTH) {
            throw new GeneralSecurityException("no Ed25519 key");
        }
        return octets;
    }

    /** RFC 8032, section 5.1.2: y in little-endian order, the lowest bit of x in the highest bit. */
    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        byte[] y = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            y[i] = encoded[LENGTH - 1 - i];
        }
        boolean xIsOdd = y[0] < 0;
        y[0] &= Byte.MAX_VALUE;
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(xIsOdd, new BigInteger(1, y))));
    }
}
