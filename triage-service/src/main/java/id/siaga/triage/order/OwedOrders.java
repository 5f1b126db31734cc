// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.sql.Sql;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders for whoever presses for them; they change nothing of an order but the number of what is told about it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OwedOrders {

    private final Orders orders;
    private final Sql sql;

    OwedOrders(Orders orders, Sql sql) {
        this.orders = orders;
        this.sql = sql;
    }

    /**
     * The order as it is.
     *
     * @param party whose order it must be; null for the desk
     */
    public OwedOrder find(@Nullable String party, UUID id) {
        return orders.find(party, id).map(OwedOrder::of).orElseThrow(TriageRefusal.NotFound::new);
    }

    /** The order under its row lock. */
    public OwedOrder lock(UUID id) {
        return orders.lock(null, id).map(OwedOrder::of).orElseThrow(TriageRefusal.NotFound::new);
    }

    /** Of the numbers of a locked order, one under which nobody outside the suite is told anything. */
    public void keepToItself(UUID id) {
        sql.update("update orders set untold = untold + 1 where id = ?", id);
    }

    /** The number of the next event about an order that is locked, and that nobody changes in this transaction. */
    public long nextNumber(UUID id) {
        return sql.list(
                        "update orders set sequence = sequence + 1 where id = ? returning sequence",
                        row -> row.getLong(1),
                        id)
                .getFirst();
    }
}
