// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the services promise each other and the world. */
class ContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final Set<String> ROLES = Set.of(
            "anonymous", "reporter", "authority", "officer", "approver", "platform", "partner", "auditor", "operator");

    static Stream<Path> schemas() {
        return Checkout.SERVICES.stream().flatMap(service -> Checkout.schemas(service).stream());
    }

    static Stream<String> services() {
        return Checkout.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void anEventSchemaIsASchema(Path file) throws Exception {
        JsonNode schema = JSON.readTree(file.toFile());
        Schema meta = SCHEMAS.getSchema(SchemaLocation.of(META_SCHEMA));
        assertEquals(List.of(), meta.validate(schema));
        assertEquals(META_SCHEMA, schema.path("$schema").asText());
        assertFalse(schema.path("description").asText().isBlank(), "a contract says what it is");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void itsExampleKeepsIt(Path file) throws Exception {
        Path example = Path.of(file.toString().replace(".schema.json", ".example.json"));
        JsonNode data = JSON.readTree(example.toFile());
        Schema schema = SCHEMAS.getSchema(JSON.readTree(file.toFile()));
        assertEquals(List.of(), schema.validate(data));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void itHasOnlyGrownSinceItWasReleased(Path file) throws Exception {
        Path released = file.resolveSibling("released").resolve(file.getFileName());
        assertTrue(Files.exists(released), released + " is missing: a new event is released when it is added");
        assertEquals(List.of(), SchemaGrowth.breaches(JSON.readTree(released.toFile()), JSON.readTree(file.toFile())));
    }

    @ParameterizedTest
    @MethodSource("services")
    void nothingReleasedIsWithdrawn(String service) {
        Path events = Checkout.ROOT.resolve(service).resolve("contracts/events");
        for (Path released : Checkout.filesIn(events.resolve("released"), ".schema.json")) {
            assertTrue(Files.exists(events.resolve(released.getFileName())), released + " was promised and is gone");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void theAsyncApiTellsOfEveryEvent(String service) throws Exception {
        Path contracts = Checkout.ROOT.resolve(service).resolve("contracts");
        JsonNode asyncapi = YAML.readTree(contracts.resolve("asyncapi.yaml").toFile());
        String text = Checkout.read(contracts.resolve("asyncapi.yaml"));

        assertTrue(asyncapi.path("asyncapi").asText().startsWith("3."), "AsyncAPI 3");
        for (Path schema : Checkout.schemas(service)) {
            assertTrue(text.contains("events/" + schema.getFileName()), schema.getFileName() + " is not told of");
        }
    }

    @Test
    void everyTopicOfAnAsyncApiIsInTheArchitecture() throws Exception {
        Set<String> told = new TreeSet<>();
        for (String service : Checkout.SERVICES) {
            JsonNode asyncapi = YAML.readTree(Checkout.ROOT
                    .resolve(service)
                    .resolve("contracts/asyncapi.yaml")
                    .toFile());
            for (JsonNode channel : asyncapi.path("channels")) {
                String address = channel.path("address").asText();
                if (address.matches("(intake|triage|notification)\\.[a-z]+\\.v\\d+")) {
                    told.add(address);
                }
            }
        }
        String architecture = Checkout.read(Checkout.ROOT.resolve("ARCHITECTURE.md"));
        assertEquals(6, told.size(), "topics told of: " + told);
        for (String topic : told) {
            assertTrue(architecture.contains("`" + topic + "`"), topic + " is not in ARCHITECTURE.md");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void accessIsWrittenForKnownRoles(String service) {
        List<String[]> rows = Checkout.read(Checkout.ROOT.resolve(service).resolve("contracts/access.csv"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        Set<String> unknown = rows.stream()
                .map(row -> row[2].trim())
                .filter(role -> !ROLES.contains(role.split("/", -1)[0].split(" ", -1)[0]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(rows.isEmpty());
        assertEquals(Set.of(), unknown);
    }
}
