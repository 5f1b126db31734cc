// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the database has it, whether it is what it was or not.
 *
 * @param who the person's text; null once it is erased, where there never was one, and in format 1
 * @param why the reason's text, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StoredEntry(
        RecordEntry entry,
        byte[] hash,
        @Nullable SaltedText who,
        @Nullable SaltedText why) {

    static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(entry(row), row.getBytes("hash"), text(row, "who"), text(row, "why"));
    }

    private static RecordEntry entry(ResultSet row) throws SQLException {
        return row.getInt("format") == 1
                ? new RecordEntry.Plain(
                        Sql.id(row, "case_id"),
                        row.getLong("seq"),
                        Sql.time(row, "at"),
                        row.getString("who"),
                        row.getString("act"),
                        row.getString("why"),
                        row.getBytes("body"),
                        row.getBytes("prev_hash"))
                : new RecordEntry.Committed(
                        Sql.id(row, "case_id"),
                        row.getLong("seq"),
                        Sql.time(row, "at"),
                        row.getString("party"),
                        row.getBytes("who_commitment"),
                        row.getString("act"),
                        row.getBytes("why_commitment"),
                        row.getBytes("body"),
                        row.getBytes("prev_hash"));
    }

    private static @Nullable SaltedText text(ResultSet row, String part) throws SQLException {
        byte[] salt = row.getBytes(part + "_salt");
        return salt == null ? null : new SaltedText(salt, row.getString(part + "_text"));
    }
}
