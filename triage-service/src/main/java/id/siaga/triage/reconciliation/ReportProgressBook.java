// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.Held;
import id.siaga.reconciliation.OwnBook;
import id.siaga.reconciliation.Restating;
import id.siaga.triage.casework.RestateProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How far the items of each report have come, as intake is told. */
@ApplicationScoped
class ReportProgressBook implements OwnBook {

    private final RestateProgress progress;

    ReportProgressBook(RestateProgress progress) {
        this.progress = progress;
    }

    @Override
    public String name() {
        return "report-progress";
    }

    @Override
    public String entries() {
        return """
                select i.report_id as id, i.report_id as about, min(c.status) as status,
                       md5(string_agg(concat_ws('|', i.item_id,
                           case when i.withdrawn_at is null then c.progress else 'WITHDRAWN' end,
                           case when i.withdrawn_at is null then c.progress_reason end), ',' order by i.item_id)) as state,
                       coalesce(max(t.link_version), 0) as told, coalesce(max(t.link_version), 0) as sequence
                from reported_item i join case_file c on c.id = i.case_id
                left join told_report t on t.report_id = i.report_id
                where i.report_id >= ? and i.report_id < ? group by i.report_id""";
    }

    @Override
    public int restate(List<Held> held, Restating restating) {
        return progress.restate(Others.of(held), restating.at());
    }
}
