// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the scripted desk does with a kind of case: who finds what, who proposes, who approves. */
record Play(
        String officer,
        String approver,
        @Nullable String tooCloseApprover,
        @Nullable String serviceRoute,
        JsonNode assessment,
        JsonNode decision) {

    /** All plays of the script, by category. */
    record Book(JsonNode plays) {

        static Book load() throws IOException {
            return new Book(Json.parse(ScriptedReport.resource("plays.json").getBytes(StandardCharsets.UTF_8)));
        }

        /** The play for this case as the API shows it. */
        Play forCase(JsonNode view) {
            String category = view.path("category").asText();
            boolean located = false;
            for (JsonNode content : view.path("contents")) {
                located |= content.path("url").isTextual();
            }
            JsonNode play = plays.path(located ? category : category + " without a link");
            if (play.isMissingNode()) {
                throw new IllegalStateException("the script has no play for category " + category);
            }
            return new Play(
                    play.path("officer").asText(),
                    play.path("approver").asText(),
                    Json.textOrNull(play, "tooCloseApprover"),
                    Json.textOrNull(play, "serviceRoute"),
                    play.path("assessment"),
                    play.path("decision"));
        }
    }
}
