// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is built into Kubernetes is written as its client's models have it: no unknown key, each required one, each value
 * of its type. The models' own check lets a number pass for a text, which an API server refuses.
 */
final class ModelRule implements Rule {

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (!KubernetesModels.knows(manifest)) {
                continue;
            }
            KubernetesModels.of(manifest)
                    .ifPresentOrElse(
                            model -> object(manifest.content(), model, manifest.id() + " ", faults),
                            () -> faults.add(manifest.id() + " is of no known group: " + manifest.apiVersion()));
        }
        return faults;
    }

    private static void object(JsonNode json, Class<?> model, String place, List<String> faults) {
        if (!json.isObject()) {
            faults.add(place + " must be an object");
            return;
        }
        Map<String, Type> known = Arrays.stream(model.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(SerializedName.class))
                .collect(Collectors.toMap(
                        field -> field.getAnnotation(SerializedName.class).value(), Field::getGenericType));
        for (String name : required(model)) {
            if (!json.hasNonNull(name)) {
                faults.add(place + " lacks " + name);
            }
        }
        json.properties().forEach(entry -> {
            Type type = known.get(entry.getKey());
            if (type == null) {
                faults.add(place + "/" + entry.getKey() + " is unknown");
            } else {
                value(entry.getValue(), type, place + "/" + entry.getKey(), faults);
            }
        });
    }

    private static void value(JsonNode json, Type type, String place, List<String> faults) {
        if (type instanceof ParameterizedType collection) {
            Type[] of = collection.getActualTypeArguments();
            if (collection.getRawType().equals(List.class)) {
                list(json, of[0], place, faults);
            } else {
                map(json, of[1], place, faults);
            }
            return;
        }
        String expected = scalar(json, (Class<?>) type);
        if (expected == null) {
            object(json, (Class<?>) type, place, faults);
        } else if (!expected.isEmpty()) {
            faults.add(place + " must be " + expected);
        }
    }

    /** What it should have been, nothing when it is so, null when the type is no scalar. */
    private static @Nullable String scalar(JsonNode json, Class<?> type) {
        if (type.equals(String.class) || type.equals(OffsetDateTime.class) || type.equals(byte[].class)) {
            return json.isTextual() ? "" : "a text";
        } else if (type.equals(Boolean.class)) {
            return json.isBoolean() ? "" : "true or false";
        } else if (type.equals(Integer.class) || type.equals(Long.class)) {
            return json.isIntegralNumber() ? "" : "a whole number";
        } else if (type.equals(IntOrString.class)) {
            return json.isIntegralNumber() || json.isTextual() ? "" : "a whole number or a text";
        } else if (type.equals(Quantity.class)) {
            return Quantities.isOne(json) ? "" : "a quantity";
        } else if (type.equals(Object.class)) {
            return "";
        }
        return null;
    }

    private static void list(JsonNode json, Type of, String place, List<String> faults) {
        if (!json.isArray()) {
            faults.add(place + " must be a list");
            return;
        }
        for (int i = 0; i < json.size(); i++) {
            value(json.get(i), of, place + "/" + i, faults);
        }
    }

    private static void map(JsonNode json, Type of, String place, List<String> faults) {
        if (!json.isObject()) {
            faults.add(place + " must be an object");
            return;
        }
        json.properties().forEach(entry -> value(entry.getValue(), of, place + "/" + entry.getKey(), faults));
    }

    @SuppressWarnings("unchecked") // every model of the client has it so
    private static Set<String> required(Class<?> model) {
        try {
            return (Set<String>) model.getField("openapiRequiredFields").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model + " does not say what it requires", e);
        }
    }
}
