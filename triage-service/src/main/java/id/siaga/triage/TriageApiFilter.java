// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Completes the document from what the code says already: the errors that every operation can give, and of each record
 * which members may be null and which are always there.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class TriageApiFilter implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final String OURS = "id.siaga.triage";
    private final IndexView index;

    public TriageApiFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().forEach((method, operation) -> {
                add(operation, "400", "Invalid");
                add(operation, "401", "Unauthenticated");
                add(operation, "403", "Forbidden");
                add(operation, "404", "NotFound");
                if (method == PathItem.HttpMethod.POST) {
                    add(operation, "409", "Conflict");
                }
            });
        }
        document.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordOf(name, schema).ifPresent(record -> complete(schema, record));
            }
        });
    }

    private static void add(Operation operation, String status, String name) {
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
    }

    /** Events have records of the same names; the members tell which one is meant. */
    private Optional<ClassInfo> recordOf(String name, Schema schema) {
        return index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .filter(type -> type.simpleName().equals(name)
                        && members(type).equals(schema.getProperties().keySet()))
                .findFirst();
    }

    private static Set<String> members(ClassInfo record) {
        return record.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static void complete(Schema schema, ClassInfo record) {
        TreeSet<String> required = new TreeSet<>();
        Map<String, Schema> members = new HashMap<>(schema.getProperties());
        for (RecordComponentInfo component : record.recordComponents()) {
            Schema member = members.get(component.name());
            if (member != null) {
                if (component.type().hasAnnotation(NULLABLE)) {
                    schema.addProperty(component.name(), orNull(member));
                } else {
                    required.add(component.name());
                }
            }
        }
        if (!required.isEmpty()) {
            schema.setRequired(List.copyOf(required));
        }
    }

    private static Schema orNull(Schema member) {
        if (member.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(member, OASFactory.createSchema().type(List.of(Schema.SchemaType.NULL))));
        }
        List<Schema.SchemaType> types = new ArrayList<>(member.getType() == null ? List.of() : member.getType());
        if (!types.isEmpty() && !types.contains(Schema.SchemaType.NULL)) {
            types.add(Schema.SchemaType.NULL);
            member.setType(types);
        }
        return member;
    }
}
