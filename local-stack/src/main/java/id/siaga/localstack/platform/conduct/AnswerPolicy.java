// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform.conduct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.time.Instant;
import java.util.Locale;

/** How the sample platforms decide: the lightest result that fits what the order is about, unless they refuse. */
final class AnswerPolicy {

    private AnswerPolicy() {}

    /** The body of the answer: one result for each locator of the order. */
    static ObjectNode answer(Persona persona, Temper temper, JsonNode order, Instant now) {
        ArrayNode results = Json.array();
        for (JsonNode locator : order.path("locators")) {
            ObjectNode result = results.addObject();
            result.put("locatorId", locator.path("id").asText());
            if (refuses(temper, order)) {
                refuse(result, order.path("category").asText());
            } else {
                act(result, order, now);
            }
            result.put("reference", reference(persona, locator.path("id").asText()));
        }
        ObjectNode answer = Json.object();
        answer.set("results", results);
        return answer;
    }

    static String reference(Persona persona, String id) {
        return persona.name() + "-" + id.substring(Math.max(0, id.length() - 8)).toUpperCase(Locale.ROOT);
    }

    /** A referral asks for nothing binding, and harsh criticism of a policy is within everybody's terms. */
    private static boolean refuses(Temper temper, JsonNode order) {
        return temper == Temper.REFUSING
                || (order.path("instrument").asText().equals("REFERRAL")
                        && order.path("category").asText().equals("hate-speech"));
    }

    private static void refuse(ObjectNode result, String category) {
        result.put("result", "REFUSED");
        switch (category) {
            case "election-hoax", "election-impersonation", "hate-speech" ->
                result.put("refusalGround", "LAWFUL")
                        .put("note", "Harsh words about politics and politicians; our terms and the law allow them.");
            case "hoax" ->
                result.put("refusalGround", "SATIRE_OR_JOURNALISM")
                        .put("note", "The account is a known satirical column and says so in its name.");
            case "defamation", "cyberbullying" ->
                result.put("refusalGround", "DISPROPORTIONATE")
                        .put("note", "One sentence of a long post; the rest would go with it.");
            default ->
                result.put("refusalGround", "INSUFFICIENT_BASIS")
                        .put("note", "The article that is cited does not cover what the post shows.");
        }
    }

    private static void act(ObjectNode result, JsonNode order, Instant now) {
        switch (order.path("category").asText()) {
            case "terrorism",
                    "terrorism-livestream",
                    "threat-to-life",
                    "incitement-to-violence",
                    "child-sexual-abuse",
                    "data-leak",
                    "election-data-leak",
                    "gambling" -> result.put("result", "REMOVED");
            case "election-hoax", "election-synthetic-media", "hoax" -> result.put("result", "LABELLED");
            case "election-impersonation" -> result.put("result", "ACCOUNT_SUSPENDED");
            case "fraud", "extortion" -> result.put("result", "ACCESS_DISABLED");
            case "violence" -> result.put("result", "AGE_RESTRICTED");
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
