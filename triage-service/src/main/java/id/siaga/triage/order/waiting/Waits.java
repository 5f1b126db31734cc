// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.waiting;

import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How often and why orders waited; changed under the row lock of the order only. */
@ApplicationScoped
public class Waits {

    /** How often an order may wait before an officer has to consent to each further time. */
    private static final int FREE = 2;

    private final Sql sql;

    Waits(Sql sql) {
        this.sql = sql;
    }

    /** Those of an order, the oldest first. */
    public List<Wait> of(UUID orderId) {
        return sql.list(
                "select kind, ground, text, asked_at, reply_by, reply, ended_at from order_wait"
                        + " where order_id = ? order by number",
                Waits::wait,
                orderId);
    }

    /** The one that an order waits in now. */
    public Optional<Wait> open(UUID orderId) {
        return of(orderId).stream().filter(Wait::open).findFirst();
    }

    /** How many further times an order may wait as things stand. */
    public int left(UUID orderId) {
        return Math.max(0, FREE + consents(orderId) - count(orderId));
    }

    /** How many times an order has waited. */
    public int count(UUID orderId) {
        return counted("select count(*) from order_wait where order_id = ?", orderId);
    }

    public void begin(UUID orderId, WaitReason reason, Instant at, Instant replyBy) {
        sql.update(
                "insert into order_wait (order_id, number, kind, ground, text, asked_at, reply_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                orderId,
                count(orderId) + 1,
                reason.kind(),
                reason.ground(),
                reason.text(),
                at,
                replyBy);
    }

    /**
     * The order no longer waits.
     *
     * @param reply none when the platform has answered the order
     */
    public void end(UUID orderId, @Nullable String reply, Instant at) {
        sql.update(
                "update order_wait set reply = ?, ended_at = ? where order_id = ? and ended_at is null",
                reply,
                at,
                orderId);
    }

    /** Lets the order wait once more than it may without; false when such a consent is still unused. */
    public boolean consent(UUID orderId, String reason, Actor by, Instant at) {
        int given = consents(orderId);
        if (given > Math.max(0, count(orderId) - FREE)) {
            return false;
        }
        sql.update(
                "insert into pause_consent (order_id, number, reason, given_by, given_at) values (?, ?, ?, ?, ?)",
                orderId,
                given + 1,
                reason,
                by.key(),
                at);
        return true;
    }

    private int consents(UUID orderId) {
        return counted("select count(*) from pause_consent where order_id = ?", orderId);
    }

    private int counted(String count, UUID orderId) {
        return sql.list(count, row -> row.getInt(1), orderId).getFirst();
    }

    private static Wait wait(ResultSet row) throws SQLException {
        String ground = row.getString("ground");
        return new Wait(
                new WaitReason(
                        WaitKind.valueOf(row.getString("kind")),
                        ground == null ? null : ImpossibilityGround.valueOf(ground),
                        row.getString("text")),
                Sql.time(row, "asked_at"),
                Sql.time(row, "reply_by"),
                row.getString("reply"),
                Sql.timeOrNull(row, "ended_at"));
    }
}
