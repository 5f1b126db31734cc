// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.withdrawal;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Withdrawals of orders; changed under the row lock of the order only. */
@ApplicationScoped
public class Withdrawals {

    private final Sql sql;

    Withdrawals(Sql sql) {
        this.sql = sql;
    }

    public Optional<Withdrawal> of(UUID orderId) {
        return sql
                .list(
                        "select reason, withdrawn_at, received_at, reinstate_by from order_withdrawal where order_id = ?",
                        row -> new Withdrawal(
                                row.getString("reason"),
                                Sql.time(row, "withdrawn_at"),
                                Sql.timeOrNull(row, "received_at"),
                                Sql.timeOrNull(row, "reinstate_by"),
                                reinstatements(orderId)),
                        orderId)
                .stream()
                .findFirst();
    }

    private List<Withdrawal.Reinstatement> reinstatements(UUID orderId) {
        return sql.list(
                "select r.locator_id, r.asked_at, r.reinstated_at, r.reference, r.note from locator_reinstatement r join order_locator l on l.id = r.locator_id"
                        + " where r.order_id = ? order by l.number",
                Withdrawals::reinstatement,
                orderId);
    }

    public void add(UUID orderId, String reason, Instant at) {
        sql.update(
                "insert into order_withdrawal (order_id, reason, withdrawn_at) values (?, ?, ?)", orderId, reason, at);
    }

    /** What is to be undone besides what was asked before; says how much of it is new. */
    public int ask(UUID orderId, Collection<UUID> locators, Instant at) {
        return sql.update(
                "insert into locator_reinstatement (locator_id, order_id, asked_at) select l, ?, ? from unnest(?) as l"
                        + " on conflict (locator_id) do nothing",
                orderId,
                at,
                locators.toArray(UUID[]::new));
    }

    public void received(UUID orderId, Instant proof, Instant reinstateBy) {
        sql.update(
                "update order_withdrawal set received_at = ?, reinstate_by = ? where order_id = ?",
                proof,
                reinstateBy,
                orderId);
    }

    public void undone(UUID locatorId, Withdrawal.Undone undone, Instant toldAt) {
        sql.update(
                "update locator_reinstatement set reinstated_at = ?, reference = ?, note = ?, told_at = ?"
                        + " where locator_id = ?",
                undone.at(),
                undone.reference(),
                undone.note(),
                toldAt,
                locatorId);
    }

    private static Withdrawal.Reinstatement reinstatement(ResultSet row) throws SQLException {
        Instant at = Sql.timeOrNull(row, "reinstated_at");
        return new Withdrawal.Reinstatement(
                Sql.id(row, "locator_id"),
                Sql.time(row, "asked_at"),
                at == null ? null : new Withdrawal.Undone(at, row.getString("reference"), row.getString("note")));
    }
}
