// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
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
    private final ChainHeads chains;
    private final SecureRandom random = new SecureRandom();

    CaseRecord(Sql sql, ChainHeads chains, ObjectMapper json) {
        this.sql = sql;
        this.chains = chains;
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
        Map<UUID, ChainHead> heads =
                chains.lock(acts.stream().map(Act::caseId).distinct().sorted().toList());
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> texts = new ArrayList<>();
        for (Act act : acts) {
            heads.compute(
                    act.caseId(),
                    (caseId, head) -> append(act, head == null ? ChainHead.ofNothing(caseId) : head, rows, texts));
        }
        sql.batch(
                "insert into record (format, case_id, seq, at, party, who_commitment, act, why_commitment, body,"
                        + " prev_hash, hash) values (2, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        sql.batch("insert into record_text (case_id, seq, part, salt, text) values (?, ?, ?, ?, ?)", texts);
        chains.move(heads);
    }

    /** How far the records of these cases have come, with what this transaction has appended; without a record, nothing. */
    public Map<UUID, RecordHead> heads(Collection<UUID> cases) {
        return chains.read(cases);
    }

    /** Who the service itself is, is no secret and nobody's data. */
    private ChainHead append(Act act, ChainHead head, List<@Nullable Object[]> rows, List<@Nullable Object[]> texts) {
        boolean itself = act.who().equals(Actor.SIAGA);
        SaltedText who = itself ? null : SaltedText.of(act.who().key(), random);
        SaltedText why = act.why() == null ? null : SaltedText.of(act.why(), random);
        RecordEntry.Committed entry = new RecordEntry.Committed(
                act.caseId(),
                head.seq() + 1,
                // The column holds microseconds, and the hash must be that of what is stored.
                act.at().truncatedTo(ChronoUnit.MICROS),
                act.who().party(),
                who == null ? null : who.commitment(),
                act.name(),
                why == null ? null : why.commitment(),
                written(act.facts()),
                head.hash());
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
        return new ChainHead(entry.caseId(), entry.seq(), hash);
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
}
