// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON trees: what the far side reads and writes, without a class for every answer. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The tree in these bytes; throws when they are not exactly one JSON value. */
    public static JsonNode parse(byte[] bytes) throws IOException {
        JsonNode tree = MAPPER.readTree(bytes);
        return tree == null ? MissingNode.getInstance() : tree;
    }

    /** The tree in these bytes, or a missing node when they are no JSON: a proxy's error page is no reason to fall over. */
    public static JsonNode parseLeniently(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String pretty(JsonNode tree) {
        return tree.toPrettyString();
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The text at this field, or null when it is absent or null. */
    public static @Nullable String textOrNull(JsonNode tree, String field) {
        JsonNode value = tree.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
