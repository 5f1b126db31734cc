// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report of the script: who sends it, what it is about, and whether the API is meant to refuse it.
 *
 * @param content a name for content that several reports are about, each in its own spelling
 */
record ScriptedReport(String party, String about, @Nullable String content, boolean invalid, JsonNode body) {

    /** The script, with content of its own for this run, so that an earlier run's closed cases do not take it in. */
    static List<ScriptedReport> script(long run) throws IOException {
        String text = resource("reports.json")
                .replace("{run}", Long.toString(run, 36))
                .replace("{video2}", youtube("W", run))
                .replace("{video}", youtube("V", run))
                .replace("{facebook}", "1" + digits(run, 14))
                .replace("{x}", "18" + digits(run, 17));
        List<ScriptedReport> reports = new ArrayList<>();
        for (JsonNode one : Json.parse(text.getBytes(StandardCharsets.UTF_8))) {
            reports.add(new ScriptedReport(
                    one.path("party").asText(),
                    one.path("about").asText(),
                    Json.textOrNull(one, "content"),
                    one.path("invalid").asBoolean(),
                    one.path("body")));
        }
        return reports;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ScriptedReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** YouTube's ids have eleven characters. */
    private static String youtube(String first, long run) {
        String id = Long.toString(run, 36);
        return first + "0".repeat(Math.max(0, 10 - id.length())) + id;
    }

    private static String digits(long run, int length) {
        String text = "0".repeat(length) + run;
        return text.substring(text.length() - length);
    }
}
