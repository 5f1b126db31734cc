// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform.conduct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.util.Optional;

/**
 * What a platform asks before it acts, or why it says that it cannot act, by what the order is about; once for an order.
 *
 * @param verb the end of the path that it is sent to
 * @param saying what it means to those who watch; {@code %s} becomes the order
 */
record Question(String verb, ObjectNode body, String saying) {

    static Optional<Question> about(JsonNode order) {
        if (!order.path("waits").isEmpty()) {
            return Optional.empty();
        }
        return switch (order.path("category").asText()) {
            case "election-impersonation" ->
                Optional.of(clarification("Several accounts carry this name. Which one is the genuine one?"));
            case "election-data-leak" ->
                Optional.of(impossibility(
                        "INSUFFICIENT_INFORMATION",
                        "The link opens a closed group with hundreds of posts a day; which one is meant?"));
            default -> Optional.empty();
        };
    }

    private static Question clarification(String question) {
        return new Question("clarification", Json.object().put("question", question), "asks back on %s: " + question);
    }

    private static Question impossibility(String ground, String explanation) {
        return new Question(
                "impossibility",
                Json.object().put("ground", ground).put("explanation", explanation),
                "cannot act on %s (" + ground + "): " + explanation);
    }
}
