// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Refuses a query parameter that does not read as its type with 400 and its name; the framework would say 404. */
@Provider
class QueryParameters implements ParamConverterProvider {

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return reader(type, query.value());
            }
            if (annotation instanceof RestQuery && type != String.class) {
                throw new IllegalStateException(
                        "@RestQuery does not tell its name here; write @QueryParam for a " + type.getSimpleName());
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // A primitive class and its box are the same T.
    private static <T> ParamConverter<T> reader(Class<T> type, String name) {
        if (type == String.class) {
            // The database would refuse it, with what looks like a fault of ours.
            return new Reader<>(name, Text.of("must not contain NUL"), text -> {
                if (text.indexOf(0) >= 0) {
                    throw new IllegalArgumentException();
                }
                return (T) text;
            });
        }
        if (type == int.class || type == Integer.class) {
            return new Reader<>(name, Text.of("must be a whole number"), text -> (T) Integer.valueOf(text));
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Reader<>(name, Text.of("must be one of {0}", names(true, false)), text -> (T) truth(text));
        }
        if (type.isEnum()) {
            T[] constants = type.getEnumConstants();
            return new Reader<>(
                    name, Text.of("must be one of {0}", names((Object[]) constants)), text -> Arrays.stream(constants)
                            .filter(constant -> ((Enum<?>) constant).name().equals(text))
                            .findFirst()
                            .orElseThrow(IllegalArgumentException::new));
        }
        throw new IllegalStateException("No reader for the query parameter " + name + " of " + type.getName());
    }

    private static String names(Object... values) {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private record Reader<T>(String name, Text expectation, Function<String, T> read) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException unreadable) {
                throw new InvalidRequest("query:" + name, expectation);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
