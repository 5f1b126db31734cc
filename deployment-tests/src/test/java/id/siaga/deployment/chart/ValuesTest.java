// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.deployment.CommittedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value is described, known to the schema, and refused when it is another. */
class ValuesTest {

    private static final Path FOLDER = Chart.SIAGA.folder();
    private static final String BEGIN = "<!-- values: made of values.yaml -->\n";
    private static final String END = "<!-- end of values -->";

    @TempDir
    private Path scratch;

    @Test
    void theReadmeSaysWhatEachValueIs() throws IOException {
        ValuesReference reference = ValuesReference.of(FOLDER.resolve("values.yaml"));
        assertEquals(List.of(), reference.undocumented());

        Path readme = FOLDER.resolve("README.md");
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertTrue(begin >= BEGIN.length() && end >= begin, "README.md has no place for the table");
        CommittedFile.mustBe(readme, text.substring(0, begin) + "\n" + reference.table() + "\n" + text.substring(end));
    }

    @Test
    void theSchemaKnowsEachValueAndNoOther() throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(FOLDER.resolve("values.schema.json").toFile());
        List<String> faults = new ArrayList<>();
        compare("", Values.in(FOLDER.resolve("values.yaml")), schema, schema, faults);

        assertEquals(List.of(), faults);
    }

    /** What one service may say beyond its own is whatever is said of all. */
    private static void compare(String above, Map<?, ?> values, JsonNode schema, JsonNode root, List<String> faults) {
        boolean isService = List.of("intake.", "triage.", "notification.").contains(above);
        values.forEach((key, value) -> {
            JsonNode known = resolve(schema.path("properties").path((String) key), root);
            if (known.isMissingNode()) {
                faults.add(above + key + " is unknown to the schema");
            } else if (value instanceof Map<?, ?> below && known.has("properties")) {
                if (!key.equals("global") && known.path("additionalProperties").asBoolean(true)) {
                    faults.add(above + key + " may have anything in it");
                }
                compare(above + key + ".", below, known, root, faults);
            }
        });
        boolean mayBeLess = isService
                || above.startsWith("intake.")
                || above.startsWith("triage.")
                || above.startsWith("notification.");
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (!mayBeLess && !values.containsKey(name) && !above.equals("resources.")) {
                faults.add(above + name + " is in the schema only");
            }
        });
    }

    private static JsonNode resolve(JsonNode schema, JsonNode root) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense: 1",
                "database: {hots: postgresql}",
                "intake: {database: {owner: {pasword: x}}}",
                "triage: {secrets: {keyring: x}}",
                "replicaCount: two",
                "kafka: {securityProtocol: TLS}",
                "kafka: {bootstrapServers: kafka}",
                "oidc: {issuer: login.example.org}",
                "config: {siaga.retention.events: P1D}",
                "image: {digest: latest}",
                "topics: {partitions: 0}"
            })
    void whatIsNoValueIsRefused(String wrong) throws IOException {
        Path file = Files.writeString(scratch.resolve("wrong.yaml"), wrong);

        Exception refusal =
                assertThrows(IllegalStateException.class, () -> Chart.SIAGA.render(Chart.values("minimal"), file));
        assertTrue(
                refusal.toString().contains("values don't meet the specifications of the schema"), refusal::toString);
    }

    @Test
    void aParentChartMaySayMoreUnderGlobal() throws IOException {
        Path file = Files.writeString(scratch.resolve("parent.yaml"), "global: {ofTheParent: {any: thing}}");

        assertEquals(Chart.SIAGA.render(Chart.values("minimal")), Chart.SIAGA.render(Chart.values("minimal"), file));
    }
}
