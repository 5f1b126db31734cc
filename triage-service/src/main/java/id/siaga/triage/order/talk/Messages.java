// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.talk;

import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was said about orders; added to under the row lock of the order only, and never changed. */
@ApplicationScoped
public class Messages {

    private final Sql sql;

    Messages(Sql sql) {
        this.sql = sql;
    }

    /** Those of an order, the oldest first. */
    public List<Message> page(UUID orderId, int after, int limit) {
        return sql.list(
                "select id, number, side, said_by, said_by_party, text, said_at from order_message where order_id = ? and number > ? order by number limit ?",
                row -> new Message(
                        Sql.id(row, "id"),
                        row.getInt("number"),
                        Message.Side.valueOf(row.getString("side")),
                        new Actor(row.getString("said_by"), row.getString("said_by_party")),
                        row.getString("text"),
                        Sql.time(row, "said_at")),
                orderId,
                after,
                limit);
    }

    public Message add(UUID orderId, UUID id, Message.Side side, String text, Actor by, Instant at) {
        int number = 1
                + sql.list(
                                "select coalesce(max(number), 0) from order_message where order_id = ?",
                                row -> row.getInt(1),
                                orderId)
                        .getFirst();
        sql.update(
                "insert into order_message (order_id, number, id, side, said_by, said_by_party, text, said_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                orderId,
                number,
                id,
                side,
                by.key(),
                by.party(),
                text,
                at);
        return new Message(id, number, side, by, text, at);
    }
}
