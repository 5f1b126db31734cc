// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;

/**
 * The simple form of a fact-checked claim: {@code {"claim","factCheckId","published","topic","links":[]}}. The claim is
 * what people passed on, so it is the quoted text; links support it, so they are references and never content.
 */
final class ClaimForm {

    private ClaimForm() {}

    static boolean fits(JsonNode line) {
        return line.has("claim") && !line.has("items");
    }

    /** The report for POST /v1/reports; throws IllegalArgumentException with a reason when a field has the wrong type. */
    static ObjectNode report(JsonNode claim) {
        String topic = text(claim, "topic");
        String factCheck = text(claim, "factCheckId");
        ObjectNode report = Json.object();
        if (!factCheck.isEmpty()) {
            report.put("reference", factCheck);
        }
        report.put("category", category(topic));
        report.put("statementOfReasons", reasons(factCheck, text(claim, "published"), topic));
        report.put("goodFaith", true);
        report.putArray("items").addObject().put("text", text(claim, "claim"));
        ArrayNode references = report.putArray("references");
        JsonNode links = claim.path("links");
        if (!links.isMissingNode() && !links.isNull() && !links.isArray()) {
            throw new IllegalArgumentException("/links is not an array");
        }
        for (JsonNode link : links) {
            if (!link.isTextual()) {
                throw new IllegalArgumentException("/links holds something that is not a text");
            }
            references.addObject().put("url", link.asText()).put("kind", "OTHER");
        }
        return report;
    }

    /** Scams take money or data, which is fraud; all else, politics included, is a false claim until an officer finds more. */
    static String category(String topic) {
        return topic.equals("scam") ? "fraud" : "hoax";
    }

    private static String reasons(String factCheck, String published, String topic) {
        StringBuilder reasons = new StringBuilder("A claim that a fact-check found false");
        if (!factCheck.isEmpty()) {
            reasons.append(", number ").append(factCheck);
        }
        if (!published.isEmpty()) {
            reasons.append(", published ").append(published);
        }
        if (!topic.isEmpty()) {
            reasons.append(", topic ").append(topic);
        }
        return reasons.append('.').toString();
    }

    private static String text(JsonNode claim, String field) {
        JsonNode value = claim.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("/" + field + " is not a text");
        }
        return value.asText();
    }
}
