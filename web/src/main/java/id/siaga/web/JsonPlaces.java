// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names the place in a request that an exception is about, as RFC 6901 pointers. */
final class JsonPlaces {

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

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
    static Text explain(JsonProcessingException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown -> Text.of("unknown property '{0}'", unknown.getPropertyName());
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                Text.of(
                        "must be one of {0}",
                        Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
            case InvalidFormatException format -> Text.of("is not a valid {0}", typeName(format.getTargetType()));
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> Text.of("must be a {0}", typeName(mismatch.getTargetType()));
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException cause ->
                Text.of(String.valueOf(cause.getMessage()));
            case TextNotAllowedException text -> Text.of(text.getOriginalMessage());
            case JsonMappingException other -> Text.of("cannot be read");
            default -> malformation(exception);
        };
    }

    /** The parser's own words are English, for programmers, and change with its version. */
    private static Text malformation(JsonProcessingException exception) {
        Matcher twice = TWICE.matcher(exception.getOriginalMessage());
        if (twice.lookingAt()) {
            return Text.of("has the property '{0}' twice", twice.group(1));
        }
        return switch (exception) {
            case JsonEOFException end -> Text.of("ends before it is complete");
            case StreamConstraintsException limit ->
                Text.of("is nested too deeply, or has a number or text that is too long");
            default -> Text.of("is no JSON");
        };
    }

    static Text where(JsonProcessingException exception) {
        return exception.getLocation() == null
                ? Text.of("The body could not be read.")
                : Text.of(
                        "Line {0}, column {1}.",
                        exception.getLocation().getLineNr(),
                        exception.getLocation().getColumnNr());
    }

    private static Text typeName(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return Text.of("string");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Text.of("boolean");
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return Text.of("number");
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return Text.of("array");
        }
        return switch (type.getSimpleName()) {
            case "Instant", "OffsetDateTime" -> Text.of("RFC 3339 time in UTC");
            case "UUID" -> Text.of("UUID");
            case "URI" -> Text.of("URI");
            default -> Text.of("object");
        };
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
