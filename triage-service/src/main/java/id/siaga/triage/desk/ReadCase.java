// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.sql.Sql;
import id.siaga.triage.casework.CaseContent;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.triage.casework.Claims;
import id.siaga.triage.category.Severity;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.decision.ReadDecisions;
import id.siaga.triage.order.ReadOrders;
import id.siaga.triage.queue.Points;
import id.siaga.triage.queue.QueuePlaces;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.triage.task.ReadTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case as the desk reads it. */
@ApplicationScoped
public class ReadCase {

    private final Sql sql;
    private final ReadDecisions decisions;
    private final ReadOrders orders;
    private final Clocks clocks;
    private final ReadTasks tasks;
    private final QueuePlaces places;
    private final Claims claims;
    private final Clock clock;

    ReadCase(
            Sql sql,
            ReadDecisions decisions,
            ReadOrders orders,
            Clocks clocks,
            ReadTasks tasks,
            QueuePlaces places,
            Claims claims,
            Clock clock) {
        this.sql = sql;
        this.decisions = decisions;
        this.orders = orders;
        this.clocks = clocks;
        this.tasks = tasks;
        this.places = places;
        this.claims = claims;
        this.clock = clock;
    }

    private static final String HEAD = """
            select status, merged_into, version, category, severity, urgent, opened_at, points, assessed_at, assessed_by,
                   finding
            from case_file where id = ?""";

    private record Head(
            CaseStatus status,
            @Nullable UUID mergedInto,
            long version,
            String category,
            @Nullable Severity severity,
            boolean urgent,
            Instant openedAt,
            List<Points> points,
            CaseView.@Nullable Assessment assessment) {}

    @Transactional
    public CaseView one(UUID id) {
        Instant now = clock.instant();
        Head head =
                sql.list(HEAD, row -> head(row, now), id).stream().findFirst().orElseThrow(TriageRefusal.NotFound::new);
        List<CaseView.LinkedReport> reports = reports(id);
        return new CaseView(
                id,
                head.status,
                head.mergedInto,
                head.version,
                head.category,
                head.severity,
                head.urgent,
                sql.list("select flag from case_flag where case_id = ? order by flag", row -> row.getString(1), id),
                reports.stream().allMatch(report -> report.withdrawnAt() != null),
                head.openedAt,
                contents(id),
                reports,
                head.assessment,
                decisions.of(id),
                orders.of(id),
                clocks.of(id),
                tasks.of(id),
                Points.sum(head.points),
                head.points,
                claims.find(id)
                        .filter(claim -> claim.endsAt().isAfter(now))
                        .map(ClaimView::of)
                        .orElse(null));
    }

    private Head head(ResultSet row, Instant now) throws SQLException {
        String code = row.getString("severity");
        Severity severity = code == null ? null : Severity.valueOf(code);
        Instant assessedAt = Sql.timeOrNull(row, "assessed_at");
        return new Head(
                CaseStatus.valueOf(row.getString("status")),
                row.getObject("merged_into", UUID.class),
                row.getLong("version"),
                row.getString("category"),
                severity,
                row.getBoolean("urgent"),
                Sql.time(row, "opened_at"),
                places.read(row, now),
                severity == null || assessedAt == null
                        ? null
                        : new CaseView.Assessment(
                                row.getString("category"),
                                severity,
                                row.getString("finding"),
                                row.getString("assessed_by"),
                                assessedAt));
    }

    private List<CaseContent> contents(UUID id) {
        return sql.list(
                "select id, key, platform, kind, url, text, confidential_until, same_as from content where case_id = ?"
                        + " order by id",
                row -> new CaseContent(
                        Sql.id(row, "id"),
                        row.getString("key"),
                        row.getString("platform"),
                        row.getString("kind"),
                        row.getString("url"),
                        row.getString("text"),
                        Sql.timeOrNull(row, "confidential_until"),
                        row.getObject("same_as", UUID.class)),
                id);
    }

    private List<CaseView.LinkedReport> reports(UUID id) {
        Map<UUID, List<CaseView.Supplement>> supplements = supplements(id);
        return sql.list(
                """
                select report_id, item_id, party, category, statement_of_reasons, region, new_facts, submitted_at,
                       linked_at, withdrawn_at, withdrawal_reason, refs::text as refs
                from reported_item where case_id = ? order by linked_at, item_id""",
                row -> new CaseView.LinkedReport(
                        Sql.id(row, "report_id"),
                        Sql.id(row, "item_id"),
                        row.getString("party"),
                        row.getString("category"),
                        row.getString("statement_of_reasons"),
                        row.getString("region"),
                        row.getString("new_facts"),
                        Sql.time(row, "submitted_at"),
                        Sql.time(row, "linked_at"),
                        Sql.timeOrNull(row, "withdrawn_at"),
                        row.getString("withdrawal_reason"),
                        row.getString("refs"),
                        supplements.getOrDefault(Sql.id(row, "item_id"), List.of())),
                id);
    }

    private Map<UUID, List<CaseView.Supplement>> supplements(UUID id) {
        return sql
                .list(
                        """
                        select s.item_id, s.supplement_id, s.statement, s.new_facts, s.urgency_reason,
                               s.supplemented_at, s.refs::text as refs
                        from supplement s join reported_item i on i.item_id = s.item_id
                        where i.case_id = ? order by s.supplemented_at, s.supplement_id""",
                        row -> Map.entry(
                                Sql.id(row, "item_id"),
                                new CaseView.Supplement(
                                        Sql.id(row, "supplement_id"),
                                        row.getString("statement"),
                                        row.getString("new_facts"),
                                        row.getString("urgency_reason"),
                                        Sql.time(row, "supplemented_at"),
                                        row.getString("refs"))),
                        id)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
