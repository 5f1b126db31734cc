// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.Book;
import jakarta.enterprise.context.ApplicationScoped;

/** What was added to items. */
@ApplicationScoped
class SupplementsBook implements Book {

    @Override
    public String name() {
        return "supplements";
    }

    @Override
    public String entries() {
        return """
                select s.supplement_id as id, i.report_id as about, 'LINKED' as status, '' as state, 0 as told, 0 as sequence
                from supplement s join reported_item i on i.item_id = s.item_id
                where s.supplement_id >= ? and s.supplement_id < ?""";
    }
}
