// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What filters look at. It stands at the same few places in every event that has it: in its data, or in the order that
 * its data holds.
 *
 * @param regions those that it concerns; of an order those for which it asks
 * @param urgent false also where nothing is said of it
 */
public record EventAttributes(List<String> categories, List<String> platforms, List<String> regions, boolean urgent) {

    /** What the data of an event says. */
    public static EventAttributes of(JsonNode data) {
        List<JsonNode> places = List.of(data, data.path("order"));
        return new EventAttributes(
                texts(places, "category"),
                Stream.concat(texts(places, "platform").stream(), texts(places, "platforms").stream())
                        .toList(),
                Stream.concat(texts(places, "regions").stream(), texts(places, "territorialScope").stream())
                        .toList(),
                places.stream().anyMatch(place -> place.path("urgent").asBoolean()));
    }

    /** A text or an array of texts. */
    private static List<String> texts(List<JsonNode> places, String member) {
        return places.stream()
                .map(place -> place.path(member))
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
