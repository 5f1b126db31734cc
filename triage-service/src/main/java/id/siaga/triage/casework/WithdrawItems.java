// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * Marks items that their parties took back; within the batch's transaction. The links stay, and so does what was decided: a
 * case that nobody stands by any longer is for the desk to look at, not for a reporter to close.
 */
@ApplicationScoped
class WithdrawItems {

    private final Sql sql;

    WithdrawItems(Sql sql) {
        this.sql = sql;
    }

    /**
     * Marks them.
     *
     * @param placeOf the place of an item, in a case whose lock the caller holds
     * @return what their reporters are to be told
     */
    List<Reporters.Told> withdraw(
            Collection<ReportWithdrawn> withdrawals, Function<UUID, ContentKeys.Place> placeOf, Consequences then) {
        if (withdrawals.isEmpty()) {
            return List.of();
        }
        Set<UUID> marked = mark(withdrawals);
        List<ReportWithdrawn> fresh = withdrawals.stream()
                .filter(one -> marked.contains(one.itemId()))
                .toList();
        Set<UUID> cases = new TreeSet<>();
        fresh.forEach(one -> {
            UUID caseId = placeOf.apply(one.itemId()).caseId();
            cases.add(caseId);
            then.record(new Act(
                    caseId,
                    then.at(),
                    Actor.SIAGA,
                    "item-withdrawn",
                    null,
                    Map.of("report", one.reportId(), "item", one.itemId(), "party", one.party())));
        });
        forsaken(cases).forEach(caseId -> {
            then.forsake(caseId);
            then.record(new Act(caseId, then.at(), Actor.SIAGA, "all-reports-withdrawn", null, Map.of()));
        });
        return fresh.stream()
                .map(one -> new Reporters.Told(one.reportId(), one.itemId(), Progress.WITHDRAWN, null))
                .toList();
    }

    /** Those that were not marked before. */
    private Set<UUID> mark(Collection<ReportWithdrawn> withdrawals) {
        return new HashSet<>(sql.list(
                """
                update reported_item i
                set withdrawn_at = w.withdrawn_at::timestamptz, withdrawal_reason = w.reason
                from unnest(?, ?, ?) as w (item_id, reason, withdrawn_at)
                where i.item_id = w.item_id and i.withdrawn_at is null
                returning i.item_id""",
                row -> Sql.id(row, "item_id"),
                withdrawals.stream().map(ReportWithdrawn::itemId).toArray(UUID[]::new),
                withdrawals.stream().map(ReportWithdrawn::reason).toArray(String[]::new),
                withdrawals.stream().map(one -> one.withdrawnAt().toString()).toArray(String[]::new)));
    }

    /** Those of which no report stands any longer. */
    private List<UUID> forsaken(Set<UUID> cases) {
        return sql.list("""
                select c.id from unnest(?) as c (id)
                where not exists (select 1 from reported_item i where i.case_id = c.id and i.withdrawn_at is null)
                order by c.id""", row -> Sql.id(row, "id"), (Object) cases.toArray(UUID[]::new));
    }
}
