// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** JSON that is wrong on purpose: whole bodies that no parser should take, and single values of a sound body spoilt. */
final class HostileValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What stands where something else should, as raw JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "9".repeat(49),
            "9".repeat(5_000),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\\u200b\\ufeff\"",
            "\"" + "x".repeat(20_000) + "\"",
            "\"https://" + "a.".repeat(3_000) + "example/\"",
            "\"http://[::1%25lo]:99999/\\\\..\\\\..\"",
            "\"'; DROP TABLE report; --\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"+999999999-01-01T00:00:00Z\"",
            "\"2024-11-27T25:61:61Z\"",
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "{\"a\":{\"b\":[1]}}",
            "[" + "1,".repeat(5_000) + "1]",
            "[".repeat(2_000) + "]".repeat(2_000));

    /** Whole bodies. */
    static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "[]",
            "\"text\"",
            "{",
            "}",
            "{]",
            "{\"a\":}",
            "{\"a\":1,\"a\":1}",
            "{\"a\":NaN}",
            "{'a':1}",
            "\u0000",
            "\ufeff{}",
            "<a/>",
            "a=b&c=d",
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000),
            "{\"a\":1" + "0".repeat(100_000) + "}",
            "{\"" + "k".repeat(100_000) + "\":1}",
            "{} {}",
            "{\"items\":[" + "{},".repeat(10_000) + "{}]}");

    private HostileValues() {}

    /** A sound body with some values replaced, members doubled, left out or made up. */
    static String spoilt(String sound, Random chance) {
        try {
            JsonNode body = new ObjectMapper().readTree(sound);
            for (int i = chance.nextInt(3); i >= 0; i--) {
                spoil(body, chance);
            }
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void spoil(JsonNode body, Random chance) {
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        JsonNode place = containers.get(chance.nextInt(containers.size()));
        // Raw, since a tree could not hold all of it.
        JsonNode value = JSON.rawValueNode(new RawValue(VALUES.get(chance.nextInt(VALUES.size()))));
        switch (place) {
            case ObjectNode object -> {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                if (names.isEmpty() || chance.nextInt(10) == 0) {
                    object.set("unheardOf", value);
                } else if (chance.nextInt(10) == 0) {
                    object.remove(names.get(chance.nextInt(names.size())));
                } else {
                    object.set(names.get(chance.nextInt(names.size())), value);
                }
            }
            case ArrayNode array -> array.add(value);
            default -> throw new IllegalStateException("only containers are collected");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
