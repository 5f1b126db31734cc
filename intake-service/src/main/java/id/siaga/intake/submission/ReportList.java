// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.submission.ReportPage.ReportSummary;
import id.siaga.intake.submission.ReportQuery.Place;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of reports; whose they must be comes first in every query. */
@ApplicationScoped
class ReportList {

    /** A row and its place in the list. */
    record Row(ReportSummary summary, Place place) {}

    private static final String SELECT = """
            SELECT r.id, r.party, r.unit, r.reference, r.category, r.election, r.status, r.received_at, r.updated_at,
                r.changed::text, (SELECT count(*) FROM report_item i WHERE i.report_id = r.id) AS items
            FROM report r WHERE true""";

    private final Sql sql;

    ReportList(Sql sql) {
        this.sql = sql;
    }

    /** The reports that a query asks for, up to a number of them. */
    List<Row> list(Visibility whose, ReportQuery query, int most) {
        StringBuilder where = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        add(where, values, " AND r.party = ?", whose.party());
        add(where, values, " AND r.unit = ?", whose.unit());
        add(where, values, " AND r.status = ?", query.status());
        add(where, values, " AND r.category = ?", query.category());
        add(
                where,
                values,
                " AND EXISTS (SELECT FROM report_item i WHERE i.report_id = r.id AND i.platform = ?)",
                query.platform());
        String order = query.since() == null ? newestFirst(where, values, query) : asChanged(where, values, query);
        values.add(most);
        return sql.list(SELECT + where + order + " LIMIT ?", ReportList::read, values.toArray());
    }

    private static String newestFirst(StringBuilder where, List<@Nullable Object> values, ReportQuery query) {
        Place after = query.after();
        add(where, values, " AND r.id < ?", after == null ? null : after.id());
        return " ORDER BY r.id DESC";
    }

    /**
     * In the order of the changing transactions, up to the oldest that still runs: whoever goes on from the last row has
     * missed nothing, whatever commits later.
     */
    private static String asChanged(StringBuilder where, List<@Nullable Object> values, ReportQuery query) {
        add(where, values, " AND r.updated_at >= ?", query.since());
        where.append(" AND r.changed < pg_snapshot_xmin(pg_current_snapshot())");
        Place after = query.after();
        if (after != null) {
            where.append(" AND (r.changed, r.id) > (?::text::xid8, ?)");
            values.add(Long.toUnsignedString(after.changed()));
            values.add(after.id());
        }
        return " ORDER BY r.changed, r.id";
    }

    private static void add(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        ReportSummary summary = new ReportSummary(
                Sql.id(row, "id"),
                row.getString("party"),
                row.getString("unit"),
                row.getString("reference"),
                row.getString("category"),
                row.getBoolean("election"),
                ItemStatus.valueOf(row.getString("status")),
                Sql.time(row, "received_at"),
                Sql.time(row, "updated_at"),
                row.getInt("items"));
        return new Row(summary, new Place(Long.parseUnsignedLong(row.getString("changed")), summary.id()));
    }
}
