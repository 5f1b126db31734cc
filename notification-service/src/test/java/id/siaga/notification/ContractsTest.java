// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> events() throws IOException {
        try (Stream<Path> files = Files.list(Contracts.OWN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyExampleIsValid(String event) {
        String example = Contracts.read(Contracts.OWN.resolve(event + ".example.json"));
        Contracts.assertValid(Contracts.OWN, event, example.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aReleasedSchemaOnlyGrows(String event) throws IOException {
        JsonNode released = JSON.readTree(Contracts.read(Contracts.OWN.resolve("released/" + event + ".schema.json")));
        JsonNode current = JSON.readTree(Contracts.read(Contracts.OWN.resolve(event + ".schema.json")));
        assertGrows(event, released, current);
    }

    private static void assertGrows(String place, JsonNode released, JsonNode current) {
        assertEquals(released.path("type"), current.path("type"), place);
        List<JsonNode> required = JSON.convertValue(
                current.path("required"), JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
        released.path("required").forEach(name -> assertTrue(required.contains(name), place + " needs " + name));
        released.path("properties")
                .properties()
                .forEach(property -> assertGrows(
                        place + "/" + property.getKey(),
                        property.getValue(),
                        current.path("properties").path(property.getKey())));
        if (released.has("items")) {
            assertGrows(place + "/items", released.path("items"), current.path("items"));
        }
    }
}
