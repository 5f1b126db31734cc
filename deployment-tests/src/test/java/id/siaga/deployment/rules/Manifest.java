// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** One object that is deployed. */
public record Manifest(JsonNode content) {

    public String apiVersion() {
        return content.path("apiVersion").asText();
    }

    public String kind() {
        return content.path("kind").asText();
    }

    public String name() {
        return content.at("/metadata/name").asText();
    }

    /** What a fault of it is told by. */
    public String id() {
        return kind() + "/" + name();
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    public JsonNode at(String pointer) {
        return content.at(pointer);
    }

    public Map<String, String> annotations() {
        return strings(content.at("/metadata/annotations"));
    }

    /** Whether Helm makes it before or after the release, and not as a part of it. */
    public boolean isHook() {
        return annotations().containsKey("helm.sh/hook");
    }

    static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new TreeMap<>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }
}
