// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares a schema with the one that was promised: members may be added, never taken away or changed. */
final class SchemaGrowth {

    private SchemaGrowth() {}

    /** What a consumer of {@code promised} would miss in {@code current}; empty when the schema only grew. */
    static List<String> breaches(JsonNode promised, JsonNode current) {
        List<String> breaches = new ArrayList<>();
        compare("", promised, current, breaches);
        return breaches;
    }

    private static void compare(String place, JsonNode promised, JsonNode current, List<String> breaches) {
        if (!promised.path("type").equals(current.path("type"))) {
            breaches.add(place + ": type was " + promised.path("type") + ", is " + current.path("type"));
        }
        for (JsonNode required : promised.path("required")) {
            if (!contains(current.path("required"), required)) {
                breaches.add(place + "/" + required.asText() + ": was always there, may now be missing");
            }
        }
        for (var property : promised.path("properties").properties()) {
            String at = place + "/" + property.getKey();
            JsonNode now = current.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaches.add(at + ": was removed");
            } else {
                compare(at, property.getValue(), now, breaches);
            }
        }
        if (promised.has("items")) {
            compare(place + "/*", promised.path("items"), current.path("items"), breaches);
        }
    }

    private static boolean contains(JsonNode array, JsonNode wanted) {
        for (JsonNode element : array) {
            if (element.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
