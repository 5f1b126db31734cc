// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as they are configured. */
class SigningKeysTest {

    /** RFC 8037, appendix A. */
    private static final String KEY = """
            {"kty": "OKP", "crv": "Ed25519", "kid": "a", "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
             "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    private static final String FORMER = """
            {"kty": "OKP", "crv": "Ed25519", "kid": "b", "x": "%s"}""".formatted("PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw");

    @Test
    void itSignsAsTheStandardDoes() {
        // Given
        SigningKeys keys = new SigningKeys("{\"keys\": [%s, %s]}".formatted(KEY, FORMER));
        byte[] bytes = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(UTF_8);
        // When
        byte[] signature = keys.sign(bytes);
        // Then
        assertEquals(
                "860c98d2297f3060a33f42739672d61b53cf3adefed3d3c672f320dc021b411e"
                        + "9d59b8628dc351e248b88b29468e0e41855b0fb7d83bb15be902bfccb8cd0a02",
                HexFormat.of().formatHex(signature));
        assertTrue(keys.verifies("a", bytes, signature));
        assertFalse(keys.verifies("b", bytes, signature));
        assertFalse(keys.verifies("c", bytes, signature));
        assertFalse(keys.verifies("a", new byte[1], signature));
        assertFalse(keys.verifies("a", bytes, new byte[1]));
        assertEquals(2, keys.published().size());
        assertFalse(keys.published().toString().contains("nWGxne"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"keys\": []}",
                "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"kid\": \"b\", \"x\": \"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw\"}]}",
                "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"kid\": \"a\", \"d\": \"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                        + " \"x\": \"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw\"}]}"
            })
    void brokenOnesStopTheStartWithoutBeingQuoted(String jwks) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new SigningKeys(jwks));
        assertFalse(String.valueOf(refused.getMessage()).contains("nWGxne"));
        assertEquals(null, refused.getCause());
    }
}
