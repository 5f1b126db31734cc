// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What a test of the chart has rendered from values that services can be run by. */
enum Rendered {
    /** Beside what speaks in clear, on one machine. */
    LOCAL("local"),

    /** Beside what takes nothing in clear. */
    SECURED("secured");

    private final Path file;

    Rendered(String name) {
        file = Checkout.ROOT.resolve("deployment-tests/src/test/resources/golden/" + name + ".yaml");
    }

    DeployedPod serving(String service) {
        return pod("Deployment", "siaga-" + service);
    }

    DeployedPod migrating(String service) {
        return pod("Job", "siaga-" + service + "-migrate");
    }

    private DeployedPod pod(String kind, String name) {
        try (var documents =
                new ObjectMapper(new YAMLFactory()).readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
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
        throw new AssertionError(file + " has no " + kind + " " + name);
    }
}
