// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import java.util.ArrayList;
import java.util.List;

/** A few lines of short facts under names; what does not fit on a line is left out whole, never cut. */
public final class Board {
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, List<String> facts) {}

    public Board row(String name, List<String> facts) {
        rows.add(new Row(name, List.copyOf(facts)));
        return this;
    }

    /** The lines, under a rule, none of them longer than the width. */
    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.add("-".repeat(width));
        int names = rows.stream().mapToInt(row -> row.name.length()).max().orElse(0);
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            line.append(' ').append(row.name).append(" ".repeat(names - row.name.length()));
            String gap = "  ";
            for (String fact : row.facts) {
                if (line.length() + gap.length() + fact.length() > width) {
                    break;
                }
                line.append(gap).append(fact);
                gap = " | ";
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
