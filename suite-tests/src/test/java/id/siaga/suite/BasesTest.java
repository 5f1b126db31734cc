// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code k8s/base} deploys is what the builds of the services describe. */
class BasesTest {

    private static final String LICENCE = "# SPDX-License-Identifier: Apache-2.0\n";

    /** What would differ from build to build, and from machine to machine. */
    private static final Pattern PASSING =
            Pattern.compile("build-timestamp|commit-id|vcs-u|[0-9a-f]{40}|20\\d\\d-\\d\\d");

    static Stream<String> services() {
        return Checkout.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aBaseIsWhatTheBuildOfItsServiceDescribes(String service) throws IOException {
        Path described = Checkout.ROOT.resolve(service).resolve("target/kubernetes/kubernetes.yml");
        Path base = Checkout.ROOT.resolve("k8s/base").resolve(service + ".yaml");
        assertTrue(Files.exists(described), () -> described + " is missing: " + service + " is not packaged");
        String made = Checkout.read(described);
        if (Boolean.getBoolean("siaga.contracts.update")
                && (!Files.exists(base) || !objects(made).equals(objects(Checkout.read(base))))) {
            Files.writeString(base, LICENCE + made);
        }

        assertFalse(PASSING.matcher(made).find(), () -> "not the same of each build: " + made);
        assertEquals(
                objects(made),
                objects(Checkout.read(base)),
                () -> base + " is not what the build describes; accept it with -Dsiaga.contracts.update=true");
    }

    /** The objects of a file. Builds write ports in no order. */
    private static List<JsonNode> objects(String yaml) throws IOException {
        YAMLMapper mapper = new YAMLMapper();
        List<JsonNode> objects =
                mapper.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
        assertEquals(2, objects.size(), "a Service and a Deployment");
        objects.forEach(object -> object.findValues("ports").forEach(ports -> sort((ArrayNode) ports)));
        return objects;
    }

    private static void sort(ArrayNode ports) {
        List<JsonNode> sorted = ports.valueStream()
                .sorted(Comparator.comparing(port -> port.path("name").asText()))
                .toList();
        ports.removeAll().addAll(sorted);
    }
}
