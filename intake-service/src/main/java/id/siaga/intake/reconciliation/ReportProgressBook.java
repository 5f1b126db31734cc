// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.reconciliation;

import id.siaga.reconciliation.Book;
import jakarta.enterprise.context.ApplicationScoped;

/** What the desk has said of the items of each report. */
@ApplicationScoped
class ReportProgressBook implements Book {

    @Override
    public String name() {
        return "report-progress";
    }

    @Override
    public String entries() {
        return """
                SELECT r.id, r.id AS about, r.status,
                       md5(string_agg(concat_ws('|', i.id, i.status,
                           CASE i.status WHEN 'WITHDRAWN' THEN NULL ELSE i.reason END), ',' ORDER BY i.id)) AS state,
                       max(i.link_version) AS told, max(i.link_version) AS sequence
                FROM report r JOIN report_item i ON i.report_id = r.id
                WHERE r.id >= ? AND r.id < ? GROUP BY r.id HAVING max(i.link_version) > 0""";
    }
}
