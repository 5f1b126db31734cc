// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The bytes of files, in chunks. Each chunk is a statement of its own: whoever sends or reads slowly holds neither a
 * connection nor a transaction, and no more memory than one chunk.
 */
@ApplicationScoped
class Bodies {

    static final int CHUNK = 256 * 1024;

    private final Sql sql;

    Bodies(Sql sql) {
        this.sql = sql;
    }

    void begin(UUID upload, Instant now) {
        sql.update("INSERT INTO evidence_upload (id, started_at) VALUES (?, ?)", upload, now);
    }

    void append(UUID upload, int number, byte[] bytes) {
        sql.update("INSERT INTO evidence_chunk (upload_id, number, bytes) VALUES (?, ?, ?)", upload, number, bytes);
    }

    void discard(UUID upload) {
        sql.update("DELETE FROM evidence_upload WHERE id = ?", upload);
    }

    /** Removes a few of those that began before a time and that no file claims. */
    int sweep(Instant before) {
        return sql.update("""
                DELETE FROM evidence_upload WHERE id IN (
                    SELECT id FROM evidence_upload u
                    WHERE started_at < ? AND NOT EXISTS (SELECT FROM evidence_blob b WHERE b.upload_id = u.id)
                    ORDER BY started_at LIMIT 10 FOR UPDATE SKIP LOCKED)""", before);
    }

    /** The chunk of a number; nothing after the last one, or when the file is gone. */
    Optional<byte[]> chunk(UUID upload, int number) {
        return sql
                .list(
                        "SELECT bytes FROM evidence_chunk WHERE upload_id = ? AND number = ?",
                        row -> row.getBytes(1),
                        upload,
                        number)
                .stream()
                .findFirst();
    }
}
