// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Says how long or large a value can be, where its format alone tells; a record says it of its other members. */
final class ApiBounds {

    // As RFC 3339 writes it; of a fraction no more than nine digits are read.
    private static final int LONGEST_TIME = "2026-01-01T00:00:00.000000000+07:00".length();
    private static final int LENGTH_OF_UUID = 36;
    private static final int LENGTH_OF_DATE = 10;

    private ApiBounds() {}

    static void complete(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(ApiBounds::complete);
    }

    private static void complete(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        bound(schema);
        complete(schema.getItems());
        complete(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(ApiBounds::complete);
        }
        Stream.<@Nullable List<Schema>>of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(ApiBounds::complete);
    }

    private static void bound(Schema schema) {
        String format = schema.getFormat();
        if (format == null) {
            return;
        }
        switch (format) {
            case "date-time" -> length(schema, LONGEST_TIME);
            case "date" -> length(schema, LENGTH_OF_DATE);
            case "uuid" -> length(schema, LENGTH_OF_UUID);
            case "int32" -> range(schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> range(schema, Long.MIN_VALUE, Long.MAX_VALUE);
            default -> {}
        }
    }

    private static void length(Schema schema, int longest) {
        if (schema.getMaxLength() == null) {
            schema.setMaxLength(longest);
        }
    }

    private static void range(Schema schema, long least, long most) {
        if (schema.getType() == null || !schema.getType().contains(SchemaType.INTEGER)) {
            return;
        }
        if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
            schema.setMinimum(BigDecimal.valueOf(least));
        }
        if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
            schema.setMaximum(BigDecimal.valueOf(most));
        }
    }
}
