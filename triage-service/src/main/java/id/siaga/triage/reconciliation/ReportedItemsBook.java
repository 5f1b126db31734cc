// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.Book;
import jakarta.enterprise.context.ApplicationScoped;

/** The items that are linked to cases. */
@ApplicationScoped
class ReportedItemsBook implements Book {

    @Override
    public String name() {
        return "reported-items";
    }

    @Override
    public String entries() {
        return """
                select item_id as id, report_id as about,
                       case when withdrawn_at is null then 'LINKED' else 'WITHDRAWN' end as status,
                       case when withdrawn_at is null then 'STANDING' else 'WITHDRAWN' end as state, 0 as told, 0 as sequence
                from reported_item where item_id >= ? and item_id < ?""";
    }
}
