// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dashboards of the chart, by the names of their files. */
final class Dashboards {

    private static final Path FOLDER = Checkout.ROOT.resolve("helm/siaga/dashboards");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Dashboards() {}

    static Map<String, JsonNode> all() {
        Map<String, JsonNode> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                dashboards.put(file.getFileName().toString(), JSON.readTree(file.toFile()));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return dashboards;
    }

    /** What the panels of a dashboard show. */
    static List<PromQl> expressions(JsonNode dashboard) {
        return dashboard.findValuesAsText("expr").stream().map(PromQl::new).toList();
    }
}
