// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was written for one report, to be written again for others.
 *
 * @param values by column; the database's own (identities, generated ones) are left out
 */
public record WrittenRow(String table, List<String> columns, List<@Nullable Object> values) {

    public WrittenRow {
        columns = List.copyOf(columns);
        values = new ArrayList<>(values);
    }

    /** Whether it is this report's own, not one that is written again and again (a counter, say). */
    boolean isAbout(String mark) {
        return values.stream()
                .anyMatch(value -> value instanceof UUID || (value instanceof String text && text.contains(mark)));
    }

    public String insert() {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        columns.stream().map(column -> "?").collect(Collectors.joining(", ")));
    }
}
