// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClaimFormTest {

    @Test
    void theClaimIsTheQuotedTextAndItsLinksAreReferences() throws Exception {
        // Given
        JsonNode claim = json("""
                {"claim":"Air keran dicampur obat","factCheckId":"3752","published":"2024-01-02","topic":"others",
                 "links":["https://cekfakta.example/1","https://youtu.be/dQw4w9WgXcQ"]}""");

        // When
        JsonNode report = ClaimForm.report(claim);

        // Then
        assertEquals(1, report.path("items").size());
        assertEquals(
                "Air keran dicampur obat",
                report.path("items").path(0).path("text").asText());
        assertFalse(report.path("items").path(0).has("url"));
        assertEquals(2, report.path("references").size());
        assertEquals(
                "https://youtu.be/dQw4w9WgXcQ",
                report.path("references").path(1).path("url").asText());
        assertEquals("3752", report.path("reference").asText());
        assertTrue(report.path("statementOfReasons").asText().contains("2024-01-02"));
    }

    @Test
    void scamsAreFraudAndAllElseIsAHoax() {
        // Then
        assertEquals("fraud", ClaimForm.category("scam"));
        assertEquals("hoax", ClaimForm.category("politics"));
        assertEquals("hoax", ClaimForm.category("others"));
        assertEquals("hoax", ClaimForm.category(""));
    }

    @Test
    void aFieldOfTheWrongTypeIsRefusedByName() {
        // Then
        assertEquals("/links is not an array", refused("{\"claim\":\"a\",\"links\":\"b\"}"));
        assertEquals("/claim is not a text", refused("{\"claim\":7}"));
        assertEquals("/links holds something that is not a text", refused("{\"claim\":\"a\",\"links\":[1]}"));
    }

    @Test
    void aFullReportIsNoClaim() throws Exception {
        // Then
        assertFalse(ClaimForm.fits(json("{\"category\":\"hoax\",\"items\":[]}")));
        assertTrue(ClaimForm.fits(json("{\"claim\":\"a\"}")));
    }

    private static String refused(String claim) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> ClaimForm.report(json(claim)))
                .getMessage());
    }

    private static JsonNode json(String text) throws Exception {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
