// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTest {

    private static final ContentKeys KEYS = new ContentKeys();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Awas! TPS di Bandung sudah DITUTUP.",
                "  awas!\n\ntps di\tbandung   sudah ditutup. ",
                "Ａｗａｓ! TPS di Bandung sudah ditutup.",
                "Awas!\u200b TPS\u00a0di Ban\u00addung sudah ditutup.",
            })
    void copiesOfOneMessageAreOneContent(String copy) {
        assertEquals(key("awas! tps di bandung sudah ditutup."), key(copy));
    }

    @Test
    void anotherMessageIsAnotherContent() {
        assertNotEquals(key("TPS ditutup"), key("TPS dibuka"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Straße ΣΟΦΟΣ İstanbul ﬁnal", "ǅ ŉ ẖ ΐ", "à\u0300\u0301 Å Ω K", "ﷺ ㍿ ½", "GROẞ"})
    void normalisingTwiceChangesNothing(String text) {
        // Given
        String once = QuotedText.normalise(text);
        // Then
        assertEquals(once, QuotedText.normalise(once));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b\u200d", "\n\t"})
    void aTextWithNothingToReadIsRefused(String text) {
        assertInstanceOf(Reading.Refused.class, KEYS.ofText(text));
    }

    private String key(String text) {
        return assertInstanceOf(Reading.Keyed.class, KEYS.ofText(text)).key().text();
    }
}
