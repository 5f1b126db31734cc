// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.Held;
import id.siaga.reconciliation.OwnBook;
import id.siaga.reconciliation.Restating;
import id.siaga.triage.order.RestateOrders;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How much platforms were told of each order. */
@ApplicationScoped
class OrdersBook implements OwnBook {

    private final RestateOrders orders;

    OrdersBook(RestateOrders orders) {
        this.orders = orders;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String entries() {
        return """
                select id, id as about, status, '' as state, sequence - untold as told, sequence
                from orders where sequence <> untold and id >= ? and id < ?""";
    }

    @Override
    public int restate(List<Held> held, Restating restating) {
        return orders.restate(Others.of(held), restating.reason(), Actor.of(restating.by()), restating.at());
    }
}
