// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every type of event that a party can be told: a hand-written list of who, and what the type's producer promises of it,
 * both built in.
 */
@ApplicationScoped
public class EventTypes {

    static final String TABLE = "/catalogue.csv";

    private final List<EventType> all;

    EventTypes(ObjectMapper json) {
        this.all = read(TABLE)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(row -> type(json, row[0], row[1], row[2]))
                .toList();
    }

    List<EventType> all() {
        return all;
    }

    /** The type of this name, short as in patterns or in full. */
    Optional<EventType> find(String name) {
        return all.stream()
                .filter(type -> type.name().equals(name) || type.type().equals(name))
                .findFirst();
    }

    private static EventType type(ObjectMapper json, String name, String service, String readers) {
        String file = "/contracts/" + service + "/" + name.replace('.', '-') + ".v1";
        JsonNode schema = tree(json, read(file + ".schema.json"));
        return new EventType(
                name,
                "id.siaga." + name + ".v1",
                "/" + service,
                schema.path("title").asText(),
                schema.path("description").asText(),
                Arrays.stream(readers.split(" ")).toList(),
                schema,
                tree(json, read(file + ".example.json")));
    }

    private static JsonNode tree(ObjectMapper json, String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException builtIn) {
            throw new UncheckedIOException(builtIn);
        }
    }

    private static String read(String resource) {
        try (InputStream file = EventTypes.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not built in");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException builtIn) {
            throw new UncheckedIOException(builtIn);
        }
    }
}
