// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The events that one service promises, and what is valid against them. */
public final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = ".schema.json";

    private final Path events;

    private Contracts(Path events) {
        this.events = events;
    }

    /** Those of the service under test. */
    public static Contracts own() {
        return new Contracts(Path.of("contracts", "events"));
    }

    /** Those of a service that the one under test listens to. */
    public static Contracts of(String service) {
        return new Contracts(Path.of("..", service, "contracts", "events"));
    }

    /** The names of the events, such as {@code thing-done.v1}. */
    public List<String> events() {
        try (Stream<Path> files = Files.list(events)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.replace(SCHEMA, ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data of the event's example. */
    public String example(String event) {
        return read(events.resolve(event + ".example.json"));
    }

    /** Fails unless the JSON is valid against the schema of the event. */
    public void assertValid(String event, byte[] json) {
        assertValid(event, new String(json, StandardCharsets.UTF_8));
    }

    /** Fails unless the JSON is valid against the schema of the event. */
    public void assertValid(String event, String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(events.resolve(event + SCHEMA)));
        var errors = schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertEquals(List.of(), errors, () -> event + ": " + json);
    }

    /** Fails when the schema of the event takes back or changes what was released. */
    public void assertOnlyGrown(String event) {
        assertGrown(event, tree("released/" + event), tree(event));
    }

    private static void assertGrown(String place, JsonNode released, JsonNode current) {
        assertEquals(released.path("type"), current.path("type"), place);
        List<JsonNode> required = current.path("required").valueStream().toList();
        released.path("required").forEach(name -> assertTrue(required.contains(name), place + " needs " + name));
        released.path("properties")
                .properties()
                .forEach(property -> assertGrown(
                        place + "/" + property.getKey(),
                        property.getValue(),
                        current.path("properties").path(property.getKey())));
        if (released.has("items")) {
            assertGrown(place + "/items", released.path("items"), current.path("items"));
        }
    }

    private JsonNode tree(String event) {
        try {
            return JSON.readTree(read(events.resolve(event + SCHEMA)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
