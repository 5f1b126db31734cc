// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void ordinaryTextOfAnyScriptStaysAsItIs() {
        String text = "Pemungutan suara, \u0627\u0644\u0633\u0644\u0627\u0645, \u7968, <b>&amp;'; DROP TABLE";
        assertEquals(text, Visible.of(text));
    }

    @Test
    void whatATerminalWouldObeyOrAReaderWouldNotSeeIsWrittenAsItsNumber() {
        assertEquals("\\u{1B}[2J\\u{7}\\u{D}\\u{A}\\u{8}\\u{9B}31m", Visible.of("\u001b[2J\u0007\r\n\b\u009b31m"));
        assertEquals("a\\u{202E}b\\u{2066}c\\u{200B}d\\u{FEFF}", Visible.of("a\u202eb\u2066c\u200bd\ufeff"));
        assertEquals("\\u{2028}\\u{2029}\\u{D83D}!", Visible.of("\u2028\u2029\ud83d!"));
    }

    @Test
    void aNarratorWithoutATerminalWritesNoEscapeCodeWhateverItIsTold() {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Narrator narrator = new Narrator(new PrintStream(out, true, StandardCharsets.UTF_8), false, Clock.systemUTC());

        // When
        narrator.say("kpu\u001b[1m", "says \u001b]0;title\u0007\n\r\u202e");
        narrator.heading("a \u001b[2J heading");
        narrator.plain("two\nlines\u009b");

        // Then
        String told = out.toString(StandardCharsets.UTF_8);
        assertEquals(5, told.lines().count());
        assertFalse(told.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), told);
        assertFalse(told.contains("\u202e"));
    }
}
