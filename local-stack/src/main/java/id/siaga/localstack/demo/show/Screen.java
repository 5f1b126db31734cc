// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A terminal with a few lines at its bottom that are redrawn in place while the tale scrolls above them.
 *
 * <p>Frames are painted by one thread, each in one write: lines first, the bottom after them, and the next frame erases
 * the bottom before it goes on. Nothing else is asked of the terminal - no modes, no regions, no hidden cursor - so that
 * nothing has to be restored, whatever ends us. Only a change of size repaints everything: what the terminal has made of
 * the lines by then is unknown.
 */
public final class Screen implements Lines, AutoCloseable {
    private static final int FRAMES_BETWEEN_LOOKS_AT_THE_SIZE = 5;
    private static final int NARROWEST = 30;
    private static final int REMEMBERED = 200;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final PrintStream out;
    private final Supplier<Size> terminal;
    private final IntFunction<List<String>> bottom;
    private final Deque<String> told = new ArrayDeque<>();
    private final List<String> pending = new ArrayList<>();
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("screen").daemon().factory());
    private Size size;
    private int drawn;
    private int frames;
    private boolean closed;

    /** {@code bottom}: the lines for the bottom of a terminal with so many columns, none of them longer. */
    public static Screen of(PrintStream out, IntFunction<List<String>> bottom) {
        Screen screen = new Screen(out, Size::ofTerminal, bottom);
        var unused = screen.painter.scheduleWithFixedDelay(screen::paint, 0, 100, TimeUnit.MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(screen::close, "close-screen"));
        return screen;
    }

    Screen(PrintStream out, Supplier<Size> terminal, IntFunction<List<String>> bottom) {
        this.out = out;
        this.terminal = terminal;
        this.bottom = bottom;
        this.size = terminal.get();
    }

    @Override
    public synchronized void line(String text) {
        if (closed) {
            out.println(text);
        } else {
            pending.add(text);
        }
    }

    /** Paints what has changed since the last frame. */
    synchronized void paint() {
        if (closed) {
            return;
        }
        StringBuilder frame = new StringBuilder();
        Size now = frames++ % FRAMES_BETWEEN_LOOKS_AT_THE_SIZE == 0 ? terminal.get() : size;
        if (now.equals(size)) {
            eraseBottom(frame);
            pending.forEach(line -> frame.append(line).append('\n'));
            remember();
        } else {
            size = now;
            remember();
            repaint(frame);
        }
        drawBottom(frame);
        out.print(frame);
        out.flush();
    }

    /** Tells what is still to be told, and leaves the lines without the bottom. Lines that come later are printed as they are. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        painter.shutdown();
        StringBuilder frame = new StringBuilder();
        eraseBottom(frame);
        pending.forEach(line -> frame.append(line).append('\n'));
        out.print(frame);
        out.flush();
    }

    private void remember() {
        told.addAll(pending);
        pending.clear();
        while (told.size() > REMEMBERED) {
            told.removeFirst();
        }
    }

    private void eraseBottom(StringBuilder frame) {
        if (drawn > 0) {
            frame.append('\r');
            if (drawn > 1) {
                frame.append("\u001b[").append(drawn - 1).append('A');
            }
            frame.append("\u001b[J");
        }
        drawn = 0;
    }

    private void drawBottom(StringBuilder frame) {
        // The last column stays free: a terminal may already begin the next row after filling it.
        List<String> lines = size.columns() < NARROWEST ? List.of() : bottom.apply(size.columns() - 1);
        if (lines.size() + 2 > size.rows()) {
            return;
        }
        frame.append(String.join("\n", lines));
        drawn = lines.size();
    }

    private void repaint(StringBuilder frame) {
        frame.append("\u001b[H\u001b[2J");
        drawn = 0;
        int rows = size.rows() - 1 - bottom.apply(size.columns() - 1).size();
        Deque<String> fitting = new ArrayDeque<>();
        for (var line = told.descendingIterator(); line.hasNext(); ) {
            String text = line.next();
            rows -= 1 + Math.max(0, COLOUR.matcher(text).replaceAll("").length() - 1) / size.columns();
            if (rows < 0) {
                break;
            }
            fitting.addFirst(text);
        }
        fitting.forEach(text -> frame.append(text).append('\n'));
    }
}
