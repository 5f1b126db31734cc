// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of text under headings, in columns as wide as what they hold; headings that start with '>' are aligned right. */
public final class Table {
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    public void row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " under " + headings.size() + " headings");
        }
        rows.add(Arrays.stream(cells).map(Visible::of).toList());
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(headings.stream().map(Table::bare).toList()));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    /** The time left on a clock, as a clock shows it; a minus sign before what is overdue. */
    public static String left(Duration left) {
        long seconds = Math.abs(left.toSeconds());
        String sign = left.isNegative() ? "-" : "";
        return seconds < 3600
                ? String.format(Locale.ROOT, "%s%d:%02d", sign, seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%s%d:%02d:%02d", sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Milliseconds below ten seconds, seconds above. */
    public static String time(@Nullable Duration took) {
        if (took == null) {
            return "-";
        }
        return Math.abs(took.toMillis()) < 10_000
                ? took.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(width(column) - cell.length());
            line.append(' ')
                    .append(headings.get(column).startsWith(">") ? padding + cell : cell + padding)
                    .append(' ');
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = bare(headings.get(column)).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private static String bare(String heading) {
        return heading.startsWith(">") ? heading.substring(1) : heading;
    }
}
