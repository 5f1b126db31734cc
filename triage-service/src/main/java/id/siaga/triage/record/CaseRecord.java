// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends what was done to the chains of the cases concerned, in the caller's transaction. */
@ApplicationScoped
public class CaseRecord {

    /** The facts of one act, some ten thousand ids long. */
    static final int LONGEST_BODY = 1_000_000;

    private final Sql sql;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    CaseRecord(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public void append(Act act) {
        append(List.of(act));
    }

    /** Locks the head of each chain, in the order of the cases so that no two callers wait for each other. */
    public void append(List<Act> acts) {
        if (acts.isEmpty()) {
            return;
        }
        UUID[] cases = acts.stream().map(Act::caseId).distinct().sorted().toArray(UUID[]::new);
        sql.update(
                "insert into record_head (case_id, seq, hash) select id, 0, ? from unnest(?) as id"
                        + " on conflict (case_id) do nothing",
                RecordEntry.nothing(),
                cases);
        Map<UUID, Head> heads = new HashMap<>();
        sql.list(
                        "select case_id, seq, hash from record_head where case_id = any (?) order by case_id for update",
                        Head::of,
                        (Object) cases)
                .forEach(head -> heads.put(head.caseId, head));
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> texts = new ArrayList<>();
        for (Act act : acts) {
            Head head = heads.get(act.caseId());
            if (head == null) {
                throw new IllegalStateException("The case has no record to append to");
            }
            heads.put(act.caseId(), append(act, head, rows, texts));
        }
        sql.batch(
                "insert into record (format, case_id, seq, at, party, who_commitment, act, why_commitment, body,"
                        + " prev_hash, hash) values (2, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        sql.batch("insert into record_text (case_id, seq, part, salt, text) values (?, ?, ?, ?, ?)", texts);
        moveHeads(heads.values());
    }

    private void moveHeads(Collection<Head> heads) {
        sql.update(
                "update record_head h set seq = n.seq, hash = n.hash from unnest(?, ?, ?) as n (case_id, seq, hash)"
                        + " where h.case_id = n.case_id",
                heads.stream().map(Head::caseId).toArray(UUID[]::new),
                heads.stream().map(Head::seq).toArray(Long[]::new),
                heads.stream().map(Head::hash).toArray(byte[][]::new));
    }

    /** How far the records of these cases have come, with what this transaction has appended; without a record, nothing. */
    public Map<UUID, RecordHead> heads(Collection<UUID> cases) {
        Map<UUID, RecordHead> heads = new HashMap<>();
        if (!cases.isEmpty()) {
            sql.list("select case_id, seq, hash from record_head where case_id = any (?)", Head::of, (Object)
                            cases.toArray(UUID[]::new))
                    .forEach(head -> heads.put(head.caseId, RecordHead.of(head.seq, head.hash)));
        }
        return heads;
    }

    /** Who the service itself is, is no secret and nobody's data. */
    private Head append(Act act, Head head, List<@Nullable Object[]> rows, List<@Nullable Object[]> texts) {
        boolean itself = act.who().equals(Actor.SIAGA);
        SaltedText who = itself ? null : SaltedText.of(act.who().key(), random);
        SaltedText why = act.why() == null ? null : SaltedText.of(act.why(), random);
        RecordEntry.Committed entry = new RecordEntry.Committed(
                act.caseId(),
                head.seq + 1,
                // The column holds microseconds, and the hash must be that of what is stored.
                act.at().truncatedTo(ChronoUnit.MICROS),
                act.who().party(),
                who == null ? null : who.commitment(),
                act.name(),
                why == null ? null : why.commitment(),
                written(act.facts()),
                head.hash);
        byte[] hash = entry.hash();
        rows.add(Sql.row(
                entry.caseId(),
                entry.seq(),
                entry.at(),
                entry.party(),
                entry.who(),
                entry.act(),
                entry.why(),
                entry.body(),
                entry.previous(),
                hash));
        if (who != null) {
            texts.add(Sql.row(entry.caseId(), entry.seq(), TextPart.WHO.code(), who.salt(), who.text()));
        }
        if (why != null) {
            texts.add(Sql.row(entry.caseId(), entry.seq(), TextPart.WHY.code(), why.salt(), why.text()));
        }
        return new Head(entry.caseId(), entry.seq(), hash);
    }

    private byte[] written(Map<String, ?> facts) {
        try {
            byte[] body = json.writeValueAsBytes(facts);
            if (body.length > LONGEST_BODY) {
                throw new IllegalStateException("One act has too many facts to be on the record");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts to record are plain values", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Head(UUID caseId, long seq, byte[] hash) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(Sql.id(row, "case_id"), row.getLong("seq"), row.getBytes("hash"));
        }
    }
}
