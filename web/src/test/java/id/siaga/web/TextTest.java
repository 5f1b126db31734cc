// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void valuesStandForTheirPlaceholders() {
        assertEquals(
                "must be one of a, b", Text.of("must be one of {0}", "a, b").english());
        assertEquals("Line 3, column 7.", Text.of("Line {0}, column {1}.", 3, 7).english());
    }

    @Test
    void whatACallerSentIsNotReadAsAPlaceholder() {
        assertEquals(
                "unknown property '{1}$0'",
                Text.of("unknown property '{0}'", "{1}$0").english());
        assertEquals("what {0} is", Text.of("what {0} is").english());
    }

    @Test
    void whatACallerSentMakesNoEndlessSentence() {
        String sentence = Text.of("unknown property '{0}'", "𝕏".repeat(5_000)).english();

        assertEquals(Text.LONGEST, sentence.length() + 1, "a character of two halves is left out whole");
        assertTrue(sentence.endsWith("𝕏…"), sentence);
        assertEquals("abc", Text.cut("abc", 3));
        assertEquals("ab…", Text.cut("abcd", 3));
    }

    @Test
    void aValidatorsAttributesHaveNames() {
        assertEquals("antara 1 dan 9", Text.fill("antara {min} dan {max}", Map.of("min", 1, "max", 9)));
    }
}
