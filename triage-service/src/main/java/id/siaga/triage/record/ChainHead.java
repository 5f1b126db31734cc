// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The last entry of a case's chain; of a case that has none yet, what its first will follow. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ChainHead(UUID caseId, long seq, byte[] hash) {

    static ChainHead ofNothing(UUID caseId) {
        return new ChainHead(caseId, 0, RecordEntry.nothing());
    }

    static ChainHead of(ResultSet row) throws SQLException {
        return new ChainHead(Sql.id(row, "case_id"), row.getLong("seq"), row.getBytes("hash"));
    }
}
