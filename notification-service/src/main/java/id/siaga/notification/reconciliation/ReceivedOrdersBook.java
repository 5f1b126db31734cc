// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.reconciliation;

import id.siaga.notification.delivery.RestateReceipts;
import id.siaga.reconciliation.Held;
import id.siaga.reconciliation.OwnBook;
import id.siaga.reconciliation.Restating;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The orders that an endpoint of their platform has taken. */
@ApplicationScoped
class ReceivedOrdersBook implements OwnBook {

    private final RestateReceipts receipts;

    ReceivedOrdersBook(RestateReceipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "received-orders";
    }

    @Override
    public String entries() {
        return """
                SELECT subject::uuid AS id, subject::uuid AS about, 'SUCCEEDED' AS status, '' AS state, 0 AS told, 0 AS sequence
                FROM delivery WHERE event_type = 'id.siaga.order.issued.v1' AND status = 'SUCCEEDED'
                    AND subject COLLATE "C" >= ?::uuid::text AND subject COLLATE "C" < ?::uuid::text
                GROUP BY subject""";
    }

    @Override
    public int restate(List<Held> held, Restating restating) {
        return receipts.restate(held.stream().map(Held::id).toList());
    }
}
