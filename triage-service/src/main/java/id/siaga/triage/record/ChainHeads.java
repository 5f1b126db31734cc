// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The table {@code record_head}; within a transaction. */
@ApplicationScoped
class ChainHeads {

    private final Sql sql;
    private final HeldHeads held;

    ChainHeads(Sql sql, HeldHeads held) {
        this.sql = sql;
        this.held = held;
    }

    /**
     * Locks the heads of those cases that have one. A case without has been opened by this transaction, whose first act
     * is to say so, and is known to nobody else.
     *
     * @param cases in the order of their ids, so that no two callers wait for each other
     */
    Map<UUID, ChainHead> lock(List<UUID> cases) {
        return find(
                cases,
                "select case_id, seq, hash from record_head where case_id = any (?) order by case_id for update");
    }

    /** Moves heads that are locked, and begins those of new chains. */
    void move(Map<UUID, ChainHead> moved) {
        List<ChainHead> heads = List.copyOf(moved.values());
        sql.update(
                "insert into record_head (case_id, seq, hash) select * from unnest(?, ?, ?)"
                        + " on conflict (case_id) do update set seq = excluded.seq, hash = excluded.hash",
                heads.stream().map(ChainHead::caseId).toArray(UUID[]::new),
                heads.stream().map(ChainHead::seq).toArray(Long[]::new),
                heads.stream().map(ChainHead::hash).toArray(byte[][]::new));
        held.keep(moved);
    }

    /** How far the chains of these cases have come, with what this transaction has appended; without a chain, nothing. */
    Map<UUID, RecordHead> read(Collection<UUID> cases) {
        Map<UUID, RecordHead> heads = new HashMap<>();
        find(cases, "select case_id, seq, hash from record_head where case_id = any (?)")
                .forEach((caseId, head) -> heads.put(caseId, RecordHead.of(head.seq(), head.hash())));
        return heads;
    }

    private Map<UUID, ChainHead> find(Collection<UUID> cases, String others) {
        Map<UUID, ChainHead> found = new HashMap<>();
        List<UUID> unknown = new ArrayList<>();
        for (UUID caseId : cases) {
            ChainHead head = held.of(caseId);
            if (head == null) {
                unknown.add(caseId);
            } else {
                found.put(caseId, head);
            }
        }
        if (!unknown.isEmpty()) {
            sql.list(others, ChainHead::of, (Object) unknown.toArray(UUID[]::new))
                    .forEach(head -> found.put(head.caseId(), head));
        }
        return found;
    }
}
