// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Tells of each record in an API which members may be null and which are always there, as its Java types say. */
final class ApiMembers {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final String OURS = "id.siaga.";

    private final IndexView index;

    ApiMembers(IndexView index) {
        this.index = index;
    }

    void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = ApiReach.ofRequests(document);
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordOf(name, schema).ifPresent(type -> complete(schema, type, sent.contains(name)));
            }
        });
    }

    /** Events have records of the same names; the members tell which one is meant. */
    private Optional<ClassInfo> recordOf(String name, Schema schema) {
        return index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .filter(type -> schemaName(type).equals(name)
                        && members(type).equals(schema.getProperties().keySet()))
                .min(Comparator.comparing(ClassInfo::name));
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    private static Set<String> members(ClassInfo type) {
        return type.recordComponents().stream().map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    /** A sender may leave out what may be null; we always write it. */
    private static void complete(Schema schema, ClassInfo type, boolean sent) {
        Set<String> nullable = type.recordComponents().stream()
                .filter(component -> component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
        List<String> inOrder = List.copyOf(schema.getProperties().keySet());
        Map<String, Schema> members = Map.copyOf(schema.getProperties());
        for (String name : inOrder) {
            Schema member = members.get(name);
            if (member != null && nullable.contains(name)) {
                schema.addProperty(name, orNull(member));
            }
        }
        List<String> required = inOrder.stream()
                .filter(name -> !sent || !nullable.contains(name))
                .toList();
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
    }

    private static Schema orNull(Schema member) {
        if (member.getRef() != null) {
            return OASFactory.createSchema()
                    .anyOf(List.of(member, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        }
        List<SchemaType> types = new ArrayList<>(member.getType() == null ? List.of() : member.getType());
        if (!types.isEmpty() && !types.contains(SchemaType.NULL)) {
            types.add(SchemaType.NULL);
            member.setType(types);
        }
        return member;
    }
}
