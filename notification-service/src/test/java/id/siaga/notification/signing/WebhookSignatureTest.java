// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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
