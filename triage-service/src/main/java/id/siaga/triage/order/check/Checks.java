// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.check;

import id.siaga.sql.Sql;
import id.siaga.triage.order.answer.Finding;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** When orders are to be checked, and what was found; changed under the row lock of the order only. */
@ApplicationScoped
public class Checks {

    /** How long after the answer; the last one ends the time for checks. */
    private static final List<Duration> AFTER = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));

    /** The number of the last. */
    public static final int LAST = AFTER.size();

    private final Sql sql;

    Checks(Sql sql) {
        this.sql = sql;
    }

    public void plan(UUID orderId, Instant answeredAt) {
        for (int number = 1; number <= LAST; number++) {
            sql.update(
                    "insert into order_check (order_id, number, due_at) values (?, ?, ?)",
                    orderId,
                    number,
                    answeredAt.plus(AFTER.get(number - 1)));
        }
    }

    /** There is nothing to look at any longer. */
    public void cancel(UUID orderId, Instant at) {
        sql.update(
                "update order_check set cancelled_at = ?"
                        + " where order_id = ? and raised_at is null and cancelled_at is null",
                at,
                orderId);
    }

    /**
     * An order that is due to be looked at, which is locked then together with the check. Nobody is waited for: who holds
     * the order may be about to say what was found.
     */
    public Optional<UUID> claim(Instant now) {
        return sql.list("""
                        select k.order_id from order_check k join orders o on o.id = k.order_id
                        where k.raised_at is null and k.cancelled_at is null and k.due_at <= ?
                        order by k.due_at limit 1
                        for no key update of k, o skip locked""", row -> Sql.id(row, "order_id"), now).stream().findFirst();
    }

    /** What is due of an order counts as raised; which numbers it was. */
    public List<Integer> raise(UUID orderId, Instant now) {
        return sql.list("""
                update order_check set raised_at = ?
                where order_id = ? and raised_at is null and cancelled_at is null and due_at <= ?
                returning number""", row -> row.getInt("number"), now, orderId, now);
    }

    /** The last check that is due; 0 before the first. */
    public int round(UUID orderId, Instant now) {
        return sql.list(
                        "select count(*) from order_check where order_id = ? and due_at <= ?",
                        row -> row.getInt(1),
                        orderId,
                        now)
                .getFirst();
    }

    /** What was found so far, the oldest first. */
    public List<LocatorFinding> findings(UUID orderId) {
        return sql.list(
                "select locator_id, round, finding, note, found_by, found_by_party, found_at from check_finding"
                        + " where order_id = ? order by locator_id, number",
                Checks::finding,
                orderId);
    }

    /** Whether this is more than was said of the locator last. */
    public boolean add(UUID orderId, LocatorFinding found) {
        List<LocatorFinding> known = findings(orderId).stream()
                .filter(one -> one.locatorId().equals(found.locatorId()))
                .toList();
        if (!known.isEmpty() && found.repeats(known.getLast())) {
            return false;
        }
        sql.update(
                "insert into check_finding (locator_id, number, order_id, round, finding, note, found_by,"
                        + " found_by_party, found_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                found.locatorId(),
                known.size() + 1,
                orderId,
                found.round(),
                found.finding(),
                found.note(),
                found.by().key(),
                found.by().party(),
                found.at());
        return true;
    }

    private static LocatorFinding finding(ResultSet row) throws SQLException {
        return new LocatorFinding(
                Sql.id(row, "locator_id"),
                row.getInt("round"),
                Finding.valueOf(row.getString("finding")),
                row.getString("note"),
                new Actor(row.getString("found_by"), row.getString("found_by_party")),
                Sql.time(row, "found_at"));
    }
}
