// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which case moved into which, with what; and the rows that move. */
@ApplicationScoped
class Merges {

    private final Sql sql;

    Merges(Sql sql) {
        this.sql = sql;
    }

    /** A merge that stands. */
    record Merge(UUID id, UUID into, List<UUID> contents, CaseStatus statusBefore) {}

    void add(CaseFile file, CaseFile into, List<UUID> contents, String reason, Actor by, Instant at) {
        sql.update(
                """
                insert into case_merge (id, case_id, into_case, contents, status_before, reason, merged_at, merged_by,
                                        merged_by_party)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Uuid7.at(at),
                file.id(),
                into.id(),
                contents.toArray(UUID[]::new),
                file.status(),
                reason,
                at,
                by.key(),
                by.party());
    }

    Optional<Merge> standing(UUID caseId) {
        return sql
                .list(
                        "select id, into_case, contents, status_before from case_merge"
                                + " where case_id = ? and split_at is null",
                        row -> new Merge(
                                Sql.id(row, "id"),
                                Sql.id(row, "into_case"),
                                List.of((UUID[]) row.getArray("contents").getArray()),
                                CaseStatus.valueOf(row.getString("status_before"))),
                        caseId)
                .stream()
                .findFirst();
    }

    void end(Merge merge, String reason, Actor by, Instant at) {
        sql.update(
                "update case_merge set split_at = ?, split_by = ?, split_by_party = ?, split_reason = ? where id = ?",
                at,
                by.key(),
                by.party(),
                reason,
                merge.id());
    }

    /** Moves contents and every link to them; the caller holds the contents and both cases. */
    void move(List<UUID> contents, UUID to) {
        UUID[] moved = contents.toArray(UUID[]::new);
        sql.update("update content set case_id = ? where id = any (?)", to, moved);
        sql.update("update reported_item set case_id = ? where content_id = any (?)", to, moved);
    }

    /** What anybody raised in one case is raised in the other as well. */
    void copyFlags(UUID from, UUID to) {
        sql.update(
                "insert into case_flag (case_id, flag, raised_by, raised_at)"
                        + " select ?, flag, raised_by, raised_at from case_flag where case_id = ?"
                        + " on conflict (case_id, flag) do nothing",
                to,
                from);
    }

    /** Who stands by a report of these contents. */
    List<Reporters.Told> told(List<UUID> contents, CaseFile file) {
        return sql.list(
                "select report_id, item_id from reported_item where content_id = any (?) and withdrawn_at is null",
                row -> new Reporters.Told(
                        Sql.id(row, "report_id"), Sql.id(row, "item_id"), file.progress(), file.progressReason()),
                (Object) contents.toArray(UUID[]::new));
    }

    /** Whether a proposal about the case waits for its approver; two columns of a table of decisions, read only. */
    boolean pending(UUID caseId) {
        return any("select 1 from decision where case_id = ? and status = 'PROPOSED' limit 1", caseId);
    }

    /** Whether a platform was ever asked about the case; it may be in review again since. */
    boolean ordered(UUID caseId) {
        return any("select 1 from orders where case_id = ? limit 1", caseId);
    }

    /** Whether an order names one of the contents. */
    boolean ordered(List<UUID> contents) {
        return any("select 1 from order_locator where content_id = any (?) limit 1", (Object)
                contents.toArray(UUID[]::new));
    }

    /** Whether one of the contents is the same as one that is not among them. */
    boolean joinedToOthers(List<UUID> contents) {
        UUID[] ids = contents.toArray(UUID[]::new);
        return any(
                "select 1 from content where same_as is not null and (id = any (?)) <> (same_as = any (?)) limit 1",
                ids,
                ids);
    }

    private boolean any(String query, Object... arguments) {
        return !sql.list(query, row -> true, arguments).isEmpty();
    }
}
