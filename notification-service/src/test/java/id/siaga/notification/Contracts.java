// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The contracts of this service and of those it listens to, and what is valid against them. */
public final class Contracts {

    public static final Path OWN = Path.of("contracts", "events");
    public static final Path TRIAGE = Path.of("..", "triage-service", "contracts", "events");
    public static final Path INTAKE = Path.of("..", "intake-service", "contracts", "events");

    private Contracts() {}

    /** Fails unless the JSON is valid against the schema of the event. */
    public static void assertValid(Path schemas, String event, byte[] json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(schemas.resolve(event + ".schema.json")));
        String text = new String(json, StandardCharsets.UTF_8);
        var errors = schema.validate(
                text,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertEquals(List.of(), errors, () -> event + ": " + text);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
