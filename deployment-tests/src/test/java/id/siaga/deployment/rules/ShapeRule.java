// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is not built into Kubernetes is written as we know its kind: a schema for each, of the fields that we use and no
 * others, so that a new field is looked up before it is used.
 */
final class ShapeRule implements Rule {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (KubernetesModels.knows(manifest)) {
                continue;
            }
            try (InputStream shape =
                    ShapeRule.class.getResourceAsStream("/shapes/" + manifest.kind() + ".schema.json")) {
                if (shape == null) {
                    faults.add(manifest.id() + " is of a kind that nobody has described");
                } else {
                    Schema schema = SCHEMAS.getSchema(new String(shape.readAllBytes(), StandardCharsets.UTF_8));
                    schema.validate(manifest.content().toString(), InputFormat.JSON)
                            .forEach(error -> faults.add(
                                    manifest.id() + " " + error.getInstanceLocation() + ": " + error.getMessage()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return faults;
    }
}
