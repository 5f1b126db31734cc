// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service's own Ed25519 keys, made at start: missing or broken ones stop it at once. Every pair of the set signs, so that
 * a key is changed as a secret is, with an overlap: put the new one first, and take the old one out when no receiver needs it.
 * A key without its private half is only published.
 */
@Singleton
@Startup
public class ServiceKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;

    private final List<PrivateKey> pairs = new ArrayList<>();
    private final List<PublicKeyView> published = new ArrayList<>();

    @Inject
    ServiceKeys(@ConfigProperty(name = "siaga.webhook.signing-keys") String jwks) {
        try {
            for (JsonNode key : new ObjectMapper().readTree(jwks).path("keys")) {
                add(key);
            }
        } catch (JsonProcessingException | GeneralSecurityException | RuntimeException unusable) {
            throw broken();
        }
        if (pairs.isEmpty()) {
            throw broken();
        }
    }

    private void add(JsonNode key) throws GeneralSecurityException {
        String kid = key.path("kid").asText();
        byte[] open = octets(key, "x");
        if (kid.isEmpty()) {
            throw new GeneralSecurityException("no kid");
        }
        published.add(PublicKeyView.of(kid, open));
        if (key.has("d")) {
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, octets(key, "d")));
            check(open, secret);
            pairs.add(secret);
        }
    }

    /** A private key beside a public one of another pair would sign what nobody can verify. */
    private static void check(byte[] open, PrivateKey secret) throws GeneralSecurityException {
        byte[] probe = "probe".getBytes(UTF_8);
        Signature verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(Ed25519.publicKey(open));
        verifier.update(probe);
        if (!verifier.verify(Ed25519.sign(secret, probe))) {
            throw new GeneralSecurityException("no pair");
        }
    }

    /** Without the cause: its message could quote the key. */
    private static IllegalStateException broken() {
        return new IllegalStateException(
                "siaga.webhook.signing-keys (SIAGA_WEBHOOK_SIGNING_KEYS) is no JWK set of Ed25519"
                        + " keys with a kid each and one key pair at least");
    }

    List<PublicKeyView> published() {
        return List.copyOf(published);
    }

    /** The private halves, the newest first. */
    List<PrivateKey> pairs() {
        return List.copyOf(pairs);
    }

    private static byte[] octets(JsonNode key, String member) throws GeneralSecurityException {
        byte[] octets = Base64.getUrlDecoder().decode(key.path(member).asText());
        if (!ALGORITHM.equals(key.path("crv").asText()) || octets.length != LENGTH) {
            throw new GeneralSecurityException("no Ed25519 key");
        }
        return Arrays.copyOf(octets, LENGTH);
    }
}
