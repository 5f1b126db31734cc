// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.election;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether something falls into an election; read in the transaction of what depends on it. */
@ApplicationScoped
public class ElectionWindows {

    private final Sql sql;
    private final WindowTable table;

    ElectionWindows(Sql sql, WindowTable table) {
        this.sql = sql;
        this.table = table;
    }

    /** The windows that stand at some time of a span: one reading for a batch of reports. */
    public record Standing(List<ElectionWindow> windows) {

        public boolean cover(@Nullable String region, Instant at) {
            return windows.stream().anyMatch(window -> window.covers(region, at));
        }
    }

    public Standing between(Instant from, Instant to) {
        return new Standing(table.between(from, to));
    }

    /** Whether any report by which somebody stands in the case is of where an election is going on at the time. */
    public boolean coverCase(UUID caseId, Instant at) {
        Standing standing = between(at, at);
        return !standing.windows.isEmpty()
                && sql.list(
                                "select distinct region from reported_item where case_id = ? and withdrawn_at is null",
                                row -> standing.cover(row.getString("region"), at),
                                caseId)
                        .contains(true);
    }
}
