// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
    private static final Map<String, String> ERRORS =
            Map.of("400", "Invalid", "401", "Unauthenticated", "403", "Forbidden", "404", "NotFound");

    private final IndexView index;

    public TriageApiFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (PathItem path : document.getPaths().getPathItems().values()) {
            path.getOperations().forEach((method, operation) -> {
                ERRORS.forEach((status, name) -> add(operation, status, name));
                if (method == PathItem.HttpMethod.POST) {
                    add(operation, "409", "Conflict");
                }
            });
        }
        Map<String, ClassInfo> records = records();
        document.getComponents().getSchemas().forEach((name, schema) -> {
            ClassInfo record = records.get(name);
            if (record != null && schema.getProperties() != null) {
                complete(schema, record);
            }
        });
    }

    private static void add(Operation operation, String status, String name) {
        operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
    }

    private Map<String, ClassInfo> records() {
        Map<String, ClassInfo> records = new HashMap<>();
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(OURS)) {
                records.put(type.simpleName(), type);
            }
        }
        return records;
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
        schema.setRequired(List.copyOf(required));
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
