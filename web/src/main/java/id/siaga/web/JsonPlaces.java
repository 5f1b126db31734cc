// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Names the place in a request that an exception is about, as RFC 6901 pointers. */
final class JsonPlaces {

    private JsonPlaces() {}

    /** A body's pointer, or {@code query:name} for a constraint on a parameter. */
    static String of(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String parameter = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        boolean onParameterItself = pointer.isEmpty() && violation.getLeafBean() != null && parameter != null;
        return onParameterItself && !isBody(violation) ? "query:" + parameter : pointer.toString();
    }

    private static boolean isBody(ConstraintViolation<?> violation) {
        Object value = violation.getInvalidValue();
        return value != null && value.getClass().isRecord();
    }

    static String pointer(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(reference ->
                        reference.getFieldName() == null ? "" + reference.getIndex() : escape(reference.getFieldName()))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    /** What is wrong, in words of the contract; never a class name of ours. */
    static String explain(JsonProcessingException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown -> "unknown property '" + unknown.getPropertyName() + "'";
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "must be one of "
                        + Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "));
            case InvalidFormatException format -> "is not a valid " + typeName(format.getTargetType());
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "must be a " + typeName(mismatch.getTargetType());
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException cause -> String.valueOf(cause.getMessage());
            case TextNotAllowedException text -> text.getOriginalMessage();
            case JsonMappingException other -> "cannot be read";
            default -> firstLine(exception.getOriginalMessage());
        };
    }

    static String where(JsonProcessingException exception) {
        return exception.getLocation() == null
                ? "The body could not be read."
                : "Line %d, column %d."
                        .formatted(
                                exception.getLocation().getLineNr(),
                                exception.getLocation().getColumnNr());
    }

    private static String typeName(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "number";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "array";
        }
        return switch (type.getSimpleName()) {
            case "Instant", "OffsetDateTime" -> "RFC 3339 time in UTC";
            case "UUID" -> "UUID";
            case "URI" -> "URI";
            default -> "object";
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("malformed");
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
