// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.script;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the scripted desk does with a kind of case: who finds what, who proposes, who approves.
 *
 * @param tooCloseApprover somebody who tries to approve and must not
 * @param serviceRoute how an order is served that no webhook can reach
 * @param returned why the approver returns the first proposal, and what is proposed instead; missing where it is approved
 * @param reply what an officer answers when a platform asks back or cannot act
 */
public record Play(
        String officer,
        String approver,
        @Nullable String tooCloseApprover,
        @Nullable String serviceRoute,
        JsonNode assessment,
        JsonNode decision,
        JsonNode returned,
        String reply) {

    /** All plays of the script, by name. */
    public record Book(JsonNode plays) {

        public static Book load() throws IOException {
            return new Book(Json.parse(Scene.resource("plays.json").getBytes(StandardCharsets.UTF_8)));
        }

        /** The play of this name, or the one for the case's category, for what has a link or for what has none. */
        public Play forCase(@Nullable String name, JsonNode view) {
            String category = view.path("category").asText();
            boolean located = view.path("contents").valueStream().anyMatch(content -> content.path("url")
                    .isTextual());
            String wanted = name != null ? name : located ? category : "without a link";
            JsonNode play = plays.path(wanted);
            if (play.isMissingNode()) {
                throw new IllegalStateException("the script has no play called " + wanted);
            }
            return new Play(
                    play.path("officer").asText(),
                    play.path("approver").asText(),
                    Json.textOrNull(play, "tooCloseApprover"),
                    Json.textOrNull(play, "serviceRoute"),
                    play.path("assessment"),
                    play.path("decision"),
                    play.path("returned"),
                    play.path("reply").asText("Nothing can be added; please decide on what the order says."));
        }
    }
}
