// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends what was done to the chains of the cases concerned, in the caller's transaction. */
@ApplicationScoped
public class CaseRecord {

    private final Sql sql;
    private final ObjectMapper json;

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
                RecordEntry.NOTHING,
                cases);
        Map<UUID, Head> heads = new HashMap<>();
        sql.list(
                        "select case_id, seq, hash from record_head where case_id = any (?) order by case_id for update",
                        row -> new Head(Sql.id(row, "case_id"), row.getLong("seq"), row.getBytes("hash")),
                        (Object) cases)
                .forEach(head -> heads.put(head.caseId, head));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Act act : acts) {
            Head head = heads.get(act.caseId());
            if (head == null) {
                throw new IllegalStateException("The case has no record to append to");
            }
            RecordEntry entry = entry(act, head);
            byte[] hash = entry.hash();
            heads.put(act.caseId(), new Head(act.caseId(), entry.seq(), hash));
            rows.add(Sql.row(
                    entry.caseId(),
                    entry.seq(),
                    entry.at(),
                    entry.who(),
                    entry.act(),
                    entry.why(),
                    entry.body(),
                    entry.previous(),
                    hash));
        }
        sql.batch(
                "insert into record (case_id, seq, at, who, act, why, body, prev_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        sql.batch(
                "update record_head set seq = ?, hash = ? where case_id = ?",
                heads.values().stream()
                        .map(head -> Sql.row(head.seq, head.hash, head.caseId))
                        .toList());
    }

    private RecordEntry entry(Act act, Head head) {
        try {
            return new RecordEntry(
                    act.caseId(),
                    head.seq + 1,
                    // The column holds microseconds, and the hash must be that of what is stored.
                    act.at().truncatedTo(ChronoUnit.MICROS),
                    act.who().key(),
                    act.name(),
                    act.why(),
                    json.writeValueAsBytes(act.facts()),
                    head.hash);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts to record are plain values", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Head(UUID caseId, long seq, byte[] hash) {}
}
