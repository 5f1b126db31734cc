// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.Book;
import jakarta.enterprise.context.ApplicationScoped;

/** The orders that have reached their platforms, by whatever way. */
@ApplicationScoped
class ReceivedOrdersBook implements Book {

    @Override
    public String name() {
        return "received-orders";
    }

    @Override
    public String entries() {
        return """
                select id, id as about, status, '' as state, 0 as told, 0 as sequence
                from orders where status <> 'ISSUED' and id >= ? and id < ?""";
    }
}
