// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation.obligation;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Obligations, changed under the row lock of their order only. */
@ApplicationScoped
public class Obligations {

    private static final String OBLIGATIONS = """
            select id, order_id, case_id, letter_id, kind, amount, currency, legal_basis, due_at, status, imposed_at,
                   imposed_by, imposed_by_party, settled_at, settled_by, settled_by_party, reason
            from obligation""";

    private final Sql sql;

    Obligations(Sql sql) {
        this.sql = sql;
    }

    public Optional<Obligation> find(UUID id) {
        return sql.list(OBLIGATIONS + " where id = ?", Obligations::obligation, id).stream()
                .findFirst();
    }

    /** Those of an order, the oldest first. */
    public List<Obligation> of(UUID orderId) {
        return sql.list(OBLIGATIONS + " where order_id = ? order by imposed_at, id", Obligations::obligation, orderId);
    }

    public UUID impose(UUID orderId, UUID caseId, ObligationRequest request, Actor by, Instant at) {
        UUID id = Uuid7.at(at);
        sql.update(
                """
                insert into obligation (id, order_id, case_id, letter_id, kind, amount, currency, legal_basis, due_at,
                                        status, imposed_at, imposed_by, imposed_by_party)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?)""",
                id,
                orderId,
                caseId,
                request.letterId(),
                request.kind(),
                request.amount(),
                request.currency(),
                request.legalBasis(),
                request.dueAt(),
                at,
                by.key(),
                by.party());
        return id;
    }

    public void settle(UUID id, ObligationStatus status, String reason, Actor by, Instant at) {
        sql.update(
                "update obligation set status = ?, reason = ?, settled_at = ?, settled_by = ?, settled_by_party = ?"
                        + " where id = ?",
                status,
                reason,
                at,
                by.key(),
                by.party(),
                id);
    }

    /** What a letter that was never issued would have imposed. */
    public void waiveBy(UUID letterId, String reason, Actor by, Instant at) {
        sql.update(
                "update obligation set status = 'WAIVED', reason = ?, settled_at = ?, settled_by = ?,"
                        + " settled_by_party = ? where letter_id = ? and status = 'OPEN'",
                reason,
                at,
                by.key(),
                by.party(),
                letterId);
    }

    private static Obligation obligation(ResultSet row) throws SQLException {
        String settledBy = row.getString("settled_by");
        return new Obligation(
                Sql.id(row, "id"),
                Sql.id(row, "order_id"),
                Sql.id(row, "case_id"),
                Sql.id(row, "letter_id"),
                ObligationKind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("legal_basis"),
                Sql.time(row, "due_at"),
                ObligationStatus.valueOf(row.getString("status")),
                Sql.time(row, "imposed_at"),
                Actor.shown(row.getString("imposed_by_party"), row.getString("imposed_by")),
                Sql.timeOrNull(row, "settled_at"),
                settledBy == null ? null : Actor.shown(row.getString("settled_by_party"), settledBy),
                row.getString("reason"));
    }
}
