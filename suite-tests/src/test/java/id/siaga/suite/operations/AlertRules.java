// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rule groups of the chart: alerts, and what is recorded for them. */
final class AlertRules {

    private static final Path FOLDER = Checkout.ROOT.resolve("helm/siaga/alerts");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** An alert as it is written. */
    record Alert(String name, PromQl expression, String severity, String summary, String runbook) {}

    private AlertRules() {}

    static List<Alert> alerts() {
        return rules().filter(rule -> rule.has("alert"))
                .map(rule -> new Alert(
                        rule.path("alert").asText(),
                        new PromQl(rule.path("expr").asText()),
                        rule.path("labels").path("severity").asText(),
                        rule.path("annotations").path("summary").asText(),
                        rule.path("annotations").path("runbook").asText()))
                .toList();
    }

    static List<PromQl> expressions() {
        return rules().map(rule -> new PromQl(rule.path("expr").asText())).toList();
    }

    /** What rules record, and others may read. */
    static Set<String> recorded() {
        return rules().filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> rules() {
        return files().flatMap(file -> elements(read(file).path("groups")))
                .flatMap(group -> elements(group.path("rules")));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
