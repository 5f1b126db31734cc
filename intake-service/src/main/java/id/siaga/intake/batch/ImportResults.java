// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the lines of imports: the table {@code import_line}. */
@ApplicationScoped
class ImportResults {

    /** Which import a line belongs to: its sender and the key that the sender chose. */
    record Import(String party, String unit, String key) {}

    /**
     * What became of a line.
     *
     * @param problem JSON, when it was refused
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Result(
            long line,
            byte[] digest,
            int status,
            @Nullable UUID reportId,
            @Nullable String problem) {}

    private final Sql sql;

    ImportResults(Sql sql) {
        this.sql = sql;
    }

    /** Waits until nobody else takes lines of this import, and keeps others waiting until the transaction ends. */
    void lock(Import which) {
        sql.list(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 1))",
                row -> true,
                String.join("\n", which.party(), which.unit(), which.key()));
    }

    /** The digests of the lines in a range that were taken before, by their numbers. */
    Map<Long, byte[]> taken(Import which, long first, long last) {
        Map<Long, byte[]> taken = new HashMap<>();
        page(which, first, last).forEach(result -> taken.put(result.line(), result.digest()));
        return taken;
    }

    /** What became of the lines in a range, in their order. */
    List<Result> page(Import which, long first, long last) {
        return sql.list(
                """
                SELECT line, digest, status, report_id, problem FROM import_line
                WHERE party = ? AND unit = ? AND key = ? AND line BETWEEN ? AND ? ORDER BY line""",
                row -> new Result(
                        row.getLong("line"),
                        row.getBytes("digest"),
                        row.getInt("status"),
                        row.getObject("report_id", UUID.class),
                        row.getString("problem")),
                which.party(),
                which.unit(),
                which.key(),
                first,
                last);
    }

    void store(Import which, List<Result> results, Instant now) {
        sql.batch(
                """
                INSERT INTO import_line (party, unit, key, line, digest, status, report_id, problem, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""",
                results.stream()
                        .map(one -> Sql.row(
                                which.party(),
                                which.unit(),
                                which.key(),
                                one.line(),
                                one.digest(),
                                one.status(),
                                one.reportId(),
                                one.problem(),
                                now))
                        .toList());
    }
}
