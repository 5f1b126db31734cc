// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicReference<Size> size = new AtomicReference<>(new Size(10, 40));
    private final Screen screen = new Screen(
            new PrintStream(out, true, StandardCharsets.UTF_8), size::get, width -> List.of("---", "counts " + width));

    @Test
    void linesScrollAboveTheBottomThatEachFrameErasesAndDrawsAnew() {
        // When
        screen.paint();
        screen.line("first");
        screen.line("second");
        screen.paint();

        // Then
        assertEquals("---\ncounts 39" + "\r\u001b[1A\u001b[Jfirst\nsecond\n---\ncounts 39", written());
    }

    @Test
    void aClosedScreenLeavesTheLinesAndPrintsWhatComesLater() {
        // Given
        screen.line("first");
        screen.paint();
        screen.line("second");

        // When
        screen.close();
        screen.close();
        screen.line("third");
        screen.paint();

        // Then
        assertTrue(written().endsWith("\r\u001b[1A\u001b[Jsecond\nthird" + System.lineSeparator()), written());
    }

    @Test
    void anotherSizeRepaintsWhatFits() {
        // Given
        for (int i = 1; i <= 20; i++) {
            screen.line("line " + i + " is longer than thirty-two columns");
        }
        screen.paint();
        out.reset();

        // When: the size is looked at every few frames
        size.set(new Size(8, 32));
        for (int i = 0; i < 10; i++) {
            screen.paint();
        }

        // Then
        String painted = written();
        assertEquals(1, painted.split("\u001b\\[2J", -1).length - 1);
        assertTrue(
                painted.contains("\u001b[H\u001b[2J"
                        + "line 19 is longer than thirty-two columns\nline 20 is longer than thirty-two columns\n"
                        + "---\ncounts 31"),
                painted);
    }

    @Test
    void aTerminalThatIsTooSmallShowsLinesOnly() {
        // Given
        size.set(new Size(3, 80));
        Screen small = new Screen(
                new PrintStream(out, true, StandardCharsets.UTF_8), size::get, width -> List.of("---", "counts"));

        // When
        small.line("first");
        small.paint();

        // Then
        assertEquals("first\n", written());
    }

    @Test
    void theSizeIsWhatSttySays() {
        assertEquals(new Size(40, 120), Size.of("40 120\n"));
        assertEquals(new Size(24, 80), Size.of("0 0\n"));
        assertEquals(new Size(24, 80), Size.of("not a tty"));
    }

    @Test
    void aBoardLeavesOutWhatDoesNotFit() {
        // Given
        Board board = new Board()
                .row("orders", List.of("12", "3 issued", "9 answered"))
                .row("clocks", List.of("2 running", "act-target youtube 59:58", "act-legal youtube 3:59:58"));

        // Then
        assertEquals(
                List.of("-".repeat(40), " orders  12 | 3 issued | 9 answered", " clocks  2 running"), board.lines(40));
        assertTrue(board.lines(80).stream().allMatch(line -> line.length() <= 80));
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
