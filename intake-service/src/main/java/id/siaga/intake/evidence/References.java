// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.sql.Sql;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which report has which file. A file is kept once, whoever sends it, for as long as a report refers to it. */
@ApplicationScoped
class References {

    private static final String EVIDENCE = """
            SELECT e.sha256, b.size, b.media_type, e.added_at
            FROM evidence e JOIN evidence_blob b ON b.sha256 = e.sha256
            WHERE e.report_id = ?""";

    private final Sql sql;

    References(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes an upload the file of this digest unless there is one, and locks the file until the transaction ends: whoever
     * drops it waits, and then sees the new reference; whoever is dropping it is waited for, and the upload takes its place.
     * Both cases are one statement, so that no sender can time whether the file was here.
     */
    void claim(Sha256 digest, UUID upload, long size, String mediaType, Instant now) {
        sql.update("""
                INSERT INTO evidence_blob (sha256, upload_id, size, media_type, stored_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (sha256) DO UPDATE SET size = excluded.size""", digest.bytes(), upload, size, mediaType, now);
    }

    /** Whether the reference is new. */
    boolean add(UUID report, Sha256 digest, Caller caller, Instant now) {
        return sql.update(
                        """
                        INSERT INTO evidence (report_id, sha256, party, unit, added_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""",
                        report,
                        digest.bytes(),
                        caller.party(),
                        caller.unit().orElse(null),
                        now)
                == 1;
    }

    int countOf(UUID report) {
        return sql.list("SELECT count(*) FROM evidence WHERE report_id = ?", row -> row.getInt(1), report)
                .getFirst();
    }

    List<Evidence> of(UUID report) {
        return sql.list(EVIDENCE + " ORDER BY e.added_at, e.sha256", References::evidence, report);
    }

    Optional<Evidence> find(UUID report, Sha256 digest) {
        return sql.list(EVIDENCE + " AND e.sha256 = ?", References::evidence, report, digest.bytes()).stream()
                .findFirst();
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Evidence> lock(UUID report, Sha256 digest) {
        return sql
                .list(EVIDENCE + " AND e.sha256 = ? FOR UPDATE OF e", References::evidence, report, digest.bytes())
                .stream()
                .findFirst();
    }

    Optional<UUID> uploadOf(Sha256 digest) {
        return sql
                .list(
                        "SELECT upload_id FROM evidence_blob WHERE sha256 = ?",
                        row -> row.getObject(1, UUID.class),
                        digest.bytes())
                .stream()
                .findFirst();
    }

    /**
     * Takes the reports' references away, and gives back the files that they were to. Files are locked before references,
     * as whoever adds one does: the two never wait for each other.
     */
    List<Sha256> remove(Collection<UUID> reports) {
        sql.list("""
                SELECT sha256 FROM evidence_blob b
                WHERE EXISTS (SELECT FROM evidence e WHERE e.report_id = ANY (?) AND e.sha256 = b.sha256)
                ORDER BY sha256 FOR UPDATE""", row -> row.getBytes(1), (Object) reports.toArray(UUID[]::new));
        return sql
                .list(
                        "DELETE FROM evidence WHERE report_id = ANY (?) RETURNING sha256",
                        row -> Sha256.of(row.getBytes(1)),
                        (Object) reports.toArray(UUID[]::new))
                .stream()
                .distinct()
                .toList();
    }

    /**
     * Deletes those of the files that no report refers to any more. They are locked first, in one order for all, and looked
     * at in a statement after that: it sees what a transaction referred to that held the lock before.
     */
    int deleteUnreferenced(List<Sha256> digests) {
        byte[][] keys = digests.stream().map(Sha256::bytes).toArray(byte[][]::new);
        sql.list(
                "SELECT sha256 FROM evidence_blob WHERE sha256 = ANY (?) ORDER BY sha256 FOR UPDATE",
                row -> row.getBytes(1),
                (Object) keys);
        return sql.update("""
                WITH gone AS (
                    DELETE FROM evidence_blob b
                    WHERE sha256 = ANY (?) AND NOT EXISTS (SELECT FROM evidence e WHERE e.sha256 = b.sha256)
                    RETURNING upload_id)
                DELETE FROM evidence_upload WHERE id IN (SELECT upload_id FROM gone)""", (Object) keys);
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                Sha256.of(row.getBytes("sha256")),
                row.getLong("size"),
                row.getString("media_type"),
                Sql.time(row, "added_at"));
    }
}
