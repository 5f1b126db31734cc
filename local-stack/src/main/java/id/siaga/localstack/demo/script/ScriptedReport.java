// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import id.siaga.localstack.client.Json;
import org.jspecify.annotations.Nullable;

/**
 * A report of the script: who sends it, what it is about, and what the API is meant to answer.
 *
 * @param content a name for content that several reports are about, each in its own spelling
 * @param play what the desk does about it, if not what it does about the category
 * @param expected the HTTP status of the answer
 * @param wrongToken whether it is sent with a token for another service
 * @param body what is sent; where the script has text instead, that text as it is, which need not even be JSON
 */
public record ScriptedReport(
        String party,
        String about,
        @Nullable String content,
        @Nullable String play,
        int expected,
        boolean wrongToken,
        JsonNode body) {

    private static final int CREATED = 201;

    /** All of it was known from its own party: no second report, but a supplement of the first. */
    private static final int KNOWN = 200;

    static ScriptedReport of(JsonNode one) {
        return new ScriptedReport(
                one.path("party").asText(),
                one.path("about").asText(),
                Json.textOrNull(one, "content"),
                Json.textOrNull(one, "play"),
                one.path("supplement").asBoolean()
                        ? KNOWN
                        : one.path("refusedWith").asInt(CREATED),
                one.path("wrongToken").asBoolean(),
                one.has("raw")
                        ? JsonNodeFactory.instance.rawValueNode(
                                new RawValue(one.path("raw").asText()))
                        : inGoodFaith(one.path("body")));
    }

    /** What every honest reporter says; the script does not repeat it. */
    private static JsonNode inGoodFaith(JsonNode body) {
        return body instanceof ObjectNode report && !report.has("goodFaith")
                ? report.deepCopy().put("goodFaith", true)
                : body;
    }

    public boolean meantToBeAccepted() {
        return expected == CREATED || expected == KNOWN;
    }
}
