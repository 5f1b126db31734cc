// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A pod of the chart, as a test of the chart has rendered it: what its one container is told. */
record DeployedPod(JsonNode spec) {

    private static final Path RENDERED = Checkout.ROOT.resolve("deployment-tests/src/test/resources/golden/local.yaml");

    private static final String MOUNTED = "/etc/siaga/";

    static DeployedPod of(String kind, String name) {
        try (var documents =
                new ObjectMapper(new YAMLFactory()).readerFor(JsonNode.class).<JsonNode>readValues(RENDERED.toFile())) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document.path("kind").asText().equals(kind)
                        && document.at("/metadata/name").asText().equals(name)) {
                    return new DeployedPod(document.at("/spec/template/spec"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError(RENDERED + " has no " + kind + " " + name);
    }

    private JsonNode container() {
        return spec.path("containers").get(0);
    }

    /** Arguments of the program; those of a native executable's own, such as its heap, left out. */
    List<String> arguments() {
        return container()
                .path("args")
                .valueStream()
                .map(JsonNode::asText)
                .filter(argument -> !argument.startsWith("-X"))
                .toList();
    }

    /**
     * Its environment.
     *
     * @param secrets a value for each reference, {@code secret/key}
     * @param files where its secrets are mounted
     * @param settled what differs where it runs
     */
    Map<String, String> environment(UnaryOperator<String> secrets, Path files, Map<String, String> settled) {
        Map<String, String> environment = new HashMap<>();
        for (JsonNode variable : container().path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            environment.put(
                    variable.path("name").asText(),
                    secret.isMissingNode()
                            ? variable.path("value").asText().replace(MOUNTED, files.toAbsolutePath() + "/")
                            : secrets.apply(secret.path("name").asText() + "/"
                                    + secret.path("key").asText()));
        }
        List<String> unknown = new ArrayList<>(settled.keySet());
        unknown.removeAll(environment.keySet());
        if (!unknown.isEmpty()) {
            throw new AssertionError("The chart does not say " + unknown);
        }
        environment.putAll(settled);
        return environment;
    }

    /** Where a probe asks: {@code startup}, {@code readiness} or {@code liveness}. */
    String probe(String kind) {
        return container().at("/" + kind + "Probe/httpGet/path").asText();
    }

    Duration grace() {
        return Duration.ofSeconds(spec.path("terminationGracePeriodSeconds").asLong());
    }
}
