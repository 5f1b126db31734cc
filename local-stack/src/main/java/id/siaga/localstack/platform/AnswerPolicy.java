// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.time.Instant;
import java.util.Locale;

/** How the sample platforms decide: the lightest result that fits what the order is about. */
final class AnswerPolicy {

    private AnswerPolicy() {}

    /** The body of the answer: one result for each locator of the order. */
    static ObjectNode answer(Persona persona, JsonNode order, Instant now) {
        ArrayNode results = Json.array();
        for (JsonNode locator : order.path("locators")) {
            ObjectNode result = results.addObject();
            result.put("locatorId", locator.path("id").asText());
            decide(result, order, now);
            result.put("reference", reference(persona, locator.path("id").asText()));
        }
        ObjectNode answer = Json.object();
        answer.set("results", results);
        return answer;
    }

    static String reference(Persona persona, String id) {
        return persona.name() + "-" + id.substring(Math.max(0, id.length() - 8)).toUpperCase(Locale.ROOT);
    }

    private static void decide(ObjectNode result, JsonNode order, Instant now) {
        String category = order.path("category").asText();
        String instrument = order.path("instrument").asText();
        if (instrument.equals("REFERRAL") && category.equals("hate-speech")) {
            result.put("result", "REFUSED").put("refusalGround", "LAWFUL");
            result.put("note", "Harsh criticism of a policy; our terms allow it.");
            return;
        }
        switch (category) {
            case "terrorism", "terrorism-livestream", "child-sexual-abuse", "gambling" ->
                result.put("result", "REMOVED");
            case "election-hoax", "hoax" -> result.put("result", "LABELLED");
            case "fraud" -> result.put("result", "ACCESS_DISABLED");
            default -> {
                result.put("result", "GEO_RESTRICTED");
                result.putArray("territories").add("ID");
            }
        }
        JsonNode legalBasis = order.path("legalBasis");
        result.put(
                "ground",
                legalBasis.path("instrument").isTextual()
                        ? legalBasis.path("instrument").asText()
                        : "Terms of service");
        result.put("actedAt", now.toString());
    }
}
