// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checkpoints and their trees, as they are stored: appended, and never changed. */
@ApplicationScoped
class Checkpoints {

    /** One replica makes the day's; others find it made. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('siaga.record-checkpoint', 0))";

    private static final String CHECKPOINTS =
            "select day, number, leaves, root, made_at, note, key_id, signature from record_checkpoint";

    private final Sql sql;

    Checkpoints(Sql sql) {
        this.sql = sql;
    }

    void alone() {
        sql.list(ALONE, row -> true);
    }

    Optional<Checkpoint> last() {
        return before(null, 1).stream().findFirst();
    }

    Optional<Checkpoint> find(LocalDate day) {
        return sql.list(CHECKPOINTS + " where day = ?", Checkpoints::read, day).stream()
                .findFirst();
    }

    /** Those before a day, the latest first. */
    List<Checkpoint> before(@Nullable LocalDate day, int limit) {
        return sql.list(
                CHECKPOINTS + " where ?::date is null or day < ? order by day desc limit ?",
                Checkpoints::read,
                day,
                day,
                limit);
    }

    void add(Checkpoint made) {
        sql.update(
                "insert into record_checkpoint (day, number, leaves, root, made_at, note, key_id, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                made.day(),
                made.number(),
                made.leaves(),
                made.root(),
                made.madeAt(),
                made.note(),
                made.keyId(),
                made.signature());
    }

    /**
     * Takes every head that no checkpoint has yet as a leaf, and returns how many. By what they are and not by when: a time
     * would pass over what commits late.
     */
    int addLeaves(LocalDate day) {
        return sql.update("""
                insert into record_leaf (day, number, case_id, seq, hash, leaf_hash)
                select ?, row_number() over (order by h.case_id) - 1, h.case_id, h.seq, h.hash,
                       sha256('\\x00'::bytea || uuid_send(h.case_id) || int8send(h.seq) || h.hash)
                from record_head h
                where h.seq > 0
                  and not exists (select 1 from record_leaf l where l.case_id = h.case_id and l.seq = h.seq)""", day);
    }

    /** Hashes of leaves, from a number on. */
    List<byte[]> leafHashes(LocalDate day, long from, int count) {
        return sql.list(
                "select leaf_hash from record_leaf where day = ? and number >= ? and number < ? order by number",
                row -> row.getBytes(1),
                day,
                from,
                from + count);
    }

    void addBranches(LocalDate day, List<byte[]> hashes) {
        sql.update(
                "insert into record_branch (day, number, hash)"
                        + " select ?, b.number - 1, b.hash from unnest(?) with ordinality as b (hash, number)",
                day,
                hashes.toArray(byte[][]::new));
    }

    List<byte[]> branches(LocalDate day) {
        return sql.list("select hash from record_branch where day = ? order by number", row -> row.getBytes(1), day);
    }

    /** What the last checkpoint that tells of the case, or the one of the day, tells of it. */
    Optional<Leaf> leaf(UUID caseId, @Nullable LocalDate day) {
        return sql
                .list(
                        """
                        select day, number, case_id, seq, hash from record_leaf
                        where case_id = ? and (?::date is null or day = ?) order by seq desc limit 1""",
                        row -> new Leaf(
                                row.getObject("day", LocalDate.class),
                                row.getLong("number"),
                                Sql.id(row, "case_id"),
                                row.getLong("seq"),
                                row.getBytes("hash")),
                        caseId,
                        day,
                        day)
                .stream()
                .findFirst();
    }

    private static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getObject("day", LocalDate.class),
                row.getLong("number"),
                row.getLong("leaves"),
                row.getBytes("root"),
                Sql.time(row, "made_at"),
                row.getBytes("note"),
                row.getString("key_id"),
                row.getBytes("signature"));
    }
}
