// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.script;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reports that come at the same time, under one title. */
public record Scene(String title, List<ScriptedReport> reports) {

    /** The whole script, with content of its own for this run, so that an earlier run's closed cases do not take it in. */
    public static List<Scene> script(long run) throws IOException {
        String text = new Placeholders(run).fill(resource("reports.json"));
        List<Scene> scenes = new ArrayList<>();
        for (JsonNode scene : Json.parse(text.getBytes(StandardCharsets.UTF_8))) {
            scenes.add(new Scene(
                    scene.path("scene").asText(),
                    scene.path("reports").valueStream().map(ScriptedReport::of).toList()));
        }
        return scenes;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Scene.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
