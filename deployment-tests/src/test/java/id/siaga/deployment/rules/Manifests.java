// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as strictly as it can be read. */
public final class Manifests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    /**
     * The objects of a stream of YAML documents; empty documents are none.
     *
     * @throws org.yaml.snakeyaml.error.YAMLException when it is no YAML or a key comes twice
     * @throws IllegalArgumentException when a document is no object
     */
    public static List<Manifest> parse(String yaml) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setCodePointLimit(Integer.MAX_VALUE);
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(strict)).loadAll(yaml)) {
            switch (document) {
                case null -> {}
                case Map<?, ?> object -> manifests.add(new Manifest(JSON.valueToTree(object)));
                default -> throw new IllegalArgumentException("A document is no object: " + document);
            }
        }
        return List.copyOf(manifests);
    }
}
