// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The entries of a case's chain, a page at a time: a flood of reports makes a long one. */
@ApplicationScoped
class RecordChain {

    private final Sql sql;

    RecordChain(Sql sql) {
        this.sql = sql;
    }

    /** Where the case's head says that the chain ends. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record End(long seq, byte[] hash) {}

    boolean known(UUID caseId) {
        return !sql.list("select 1 from case_file where id = ?", row -> true, caseId)
                .isEmpty();
    }

    /** The head, under a lock that lets nobody append meanwhile. */
    Optional<End> end(UUID caseId) {
        return sql
                .list(
                        "select seq, hash from record_head where case_id = ? for share",
                        row -> new End(row.getLong("seq"), row.getBytes("hash")),
                        caseId)
                .stream()
                .findFirst();
    }

    List<StoredEntry> after(UUID caseId, long seq, int limit) {
        return sql.list("""
                select r.case_id, r.seq, r.format, r.at, r.party, r.who, r.who_commitment, r.act, r.why, r.why_commitment,
                       r.body, r.prev_hash, r.hash, who.salt as who_salt, who.text as who_text, why.salt as why_salt, why.text as why_text
                from record r
                left join record_text who on who.case_id = r.case_id and who.seq = r.seq and who.part = 'who'
                left join record_text why on why.case_id = r.case_id and why.seq = r.seq and why.part = 'why'
                where r.case_id = ? and r.seq > ? order by r.seq limit ?""", StoredEntry::read, caseId, seq, limit);
    }
}
