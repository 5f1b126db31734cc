// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which schemas of a document a body reaches, itself or through others. */
final class ApiReach {

    private final Map<String, Schema> schemas;
    private final Set<String> reached = new HashSet<>();

    private ApiReach(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names of the schemas that a caller may send. */
    static Set<String> ofRequests(OpenAPI document) {
        ApiReach reach = new ApiReach(document.getComponents().getSchemas());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(reach::follow);
        return reach.reached;
    }

    private void follow(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null) {
            String name = ref.substring(ref.lastIndexOf('/') + 1);
            if (reached.add(name)) {
                follow(schemas.get(name));
            }
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::follow);
        }
        Stream.<@Nullable List<Schema>>of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(this::follow);
    }
}
