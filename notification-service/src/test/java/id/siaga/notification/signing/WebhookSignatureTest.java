// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final Path VECTORS = Path.of("..", "..", "shared", "data", "standard-webhooks-vectors.json");

    @Test
    void theKnownAnswersOfThreeImplementationsAreOurs() throws IOException {
        // Given
        assumeTrue(Files.exists(VECTORS), "the known answers stand beside the checkout, and are absent here");
        List<JsonNode> vectors = StreamSupport.stream(
                        new ObjectMapper().readTree(VECTORS.toFile()).spliterator(), false)
                .filter(vector -> vector.get("signature").asText().startsWith("v1,"))
                .toList();

        // When
        List<String> signatures = vectors.stream()
                .map(vector -> WebhookSignature.v1(
                        SigningSecret.parse(vector.get("secret").asText()),
                        vector.get("id").asText(),
                        vector.get("timestamp").asLong(),
                        vector.get("payload").asText().getBytes(UTF_8)))
                .toList();

        // Then
        assertEquals(vectors.stream().map(v -> v.get("signature").asText()).toList(), signatures);
        assertFalse(signatures.isEmpty());
    }

    @Test
    void theKnownAnswerOfEd25519IsOurs() throws GeneralSecurityException {
        // Given the one that two implementations have in their tests: 32 bytes of a seed, and the public key behind it
        byte[] pair = Base64.getDecoder()
                .decode("6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==");
        PrivateKey key = privateKey(pair);

        // When
        String signature = WebhookSignature.v1a(
                key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8));

        // Then
        assertEquals(
                "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
                signature);
    }

    @Test
    void theKnownAnswersOfEd25519BesideTheCheckoutAreOurs() throws IOException, GeneralSecurityException {
        // Given
        assumeTrue(Files.exists(VECTORS), "the known answers stand beside the checkout, and are absent here");
        List<JsonNode> vectors = StreamSupport.stream(
                        new ObjectMapper().readTree(VECTORS.toFile()).spliterator(), false)
                .filter(vector -> vector.get("signature").asText().startsWith("v1a,"))
                .toList();

        // When, Then
        assertFalse(vectors.isEmpty());
        for (JsonNode vector : vectors) {
            String id = vector.get("id").asText();
            long timestamp = vector.get("timestamp").asLong();
            byte[] payload = vector.get("payload").asText().getBytes(UTF_8);
            String signature = vector.get("signature").asText();
            if (vector.has("secret")) {
                assertEquals(
                        signature, WebhookSignature.v1a(privateKey(octets(vector, "secret")), id, timestamp, payload));
            }
            // A public key is written raw, or with the head that X.509 puts before it.
            byte[] open = octets(vector, "public");
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(Ed25519.publicKey(Arrays.copyOfRange(open, open.length - 32, open.length)));
            verifier.update((id + "." + timestamp + ".").getBytes(UTF_8));
            verifier.update(payload);
            assertTrue(verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length()))), id);
        }
    }

    private static byte[] octets(JsonNode vector, String member) {
        return Base64.getDecoder().decode(vector.get(member).asText().replaceFirst("^wh[ps]k_", ""));
    }

    private static PrivateKey privateKey(byte[] pair) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(pair, 32)));
    }

    @Test
    void theExampleOfTheSpecificationIsSignedAlike() {
        // Given
        SigningSecret secret = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        // When
        String signature = WebhookSignature.v1(
                secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8));

        // Then
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    @Test
    void aSecretReadsBackAndDoesNotPrintItself() {
        // Given
        SigningSecret secret = SigningSecret.random(new SecureRandom());

        // When
        SigningSecret read = SigningSecret.parse(secret.text());

        // Then
        assertEquals(secret.text(), read.text());
        assertEquals(32, secret.key().length);
        assertEquals("whsec_***", secret.toString());
        assertThrows(IllegalArgumentException.class, () -> SigningSecret.parse("whsk_abc"));
    }
}
