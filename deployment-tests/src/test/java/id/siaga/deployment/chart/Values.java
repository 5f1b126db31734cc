// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Values of the chart as a file has them. */
final class Values {

    private Values() {}

    static Map<?, ?> in(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(strict)).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(Path file) {
        return new ObjectMapper().valueToTree(in(file));
    }

    /** The objects that values say to be in the cluster already, as {@code Kind/name}. */
    static Set<String> existing(Path file) {
        Set<String> existing = new HashSet<>();
        collect(in(file), existing);
        // What ci/everything-values.yaml brings of its own.
        existing.add("Secret/more-settings");
        existing.add("ConfigMap/more-files");
        return existing;
    }

    private static void collect(Map<?, ?> values, Set<String> existing) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> below) {
                collect(below, existing);
            } else if (key.equals("existingSecret")) {
                existing.add("Secret/" + value);
            }
        });
    }
}
