// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaGrowthTest {

    private static final String PROMISED = """
            {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"},
             "lines": {"type": "array", "items": {"type": "object", "required": ["n"],
              "properties": {"n": {"type": "integer"}}}}}}""";

    @Test
    void aNewMemberIsGrowth() throws Exception {
        String grown =
                PROMISED.replace("\"properties\": {\"id\"", "\"properties\": {\"new\": {\"type\": \"string\"}, \"id\"");
        assertEquals(List.of(), breaches(grown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"object\", \"required\": [\"id\"], \"properties\": {\"id\": {\"type\": \"string\"}}}",
                "{\"type\": \"array\"}"
            })
    void aRemovedOrChangedMemberIsABreach(String changed) throws Exception {
        assertFalse(breaches(changed).isEmpty());
    }

    @Test
    void aMemberThatMayNowBeMissingIsABreach() throws Exception {
        assertFalse(breaches(PROMISED.replace("\"required\": [\"n\"],", "")).isEmpty());
        assertFalse(breaches(PROMISED.replace("\"required\": [\"id\"],", "")).isEmpty());
    }

    @Test
    void anotherTypeIsABreach() throws Exception {
        assertFalse(breaches(PROMISED.replace("\"integer\"", "\"string\"")).isEmpty());
    }

    private static List<String> breaches(String current) throws JsonProcessingException {
        return SchemaGrowth.breaches(json(PROMISED), json(current));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
