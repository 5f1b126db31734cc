// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.Collection;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes what all lists have in common: {@code limit} and {@code cursor} that are asked with, {@code next}. */
final class ApiPages {

    private ApiPages() {}

    static void complete(OpenAPI document) {
        document.getComponents().getSchemas().values().stream()
                .map(Schema::getProperties)
                .filter(Objects::nonNull)
                .map(members -> members.get("next"))
                .filter(Objects::nonNull)
                .forEach(next -> {
                    next.setMaxLength(Cursor.LONGEST);
                    if (next.getDescription() == null) {
                        next.setDescription("The cursor of the next page; null on the last.");
                    }
                });
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .filter(parameter -> parameter.getIn() == Parameter.In.QUERY)
                .forEach(ApiPages::describe);
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "limit" -> describe(parameter, "How many at most.");
            case "cursor" -> {
                describe(parameter, "The next of an earlier page.");
                parameter.getSchema().setMaxLength(Cursor.LONGEST);
            }
            default -> {}
        }
    }

    private static void describe(Parameter parameter, String description) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
    }
}
