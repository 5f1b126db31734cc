// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what parties said later with the items that they had reported; within the batch's transaction. */
@ApplicationScoped
class AddSupplements {

    private final Sql sql;
    private final Links links;

    AddSupplements(Sql sql, Links links) {
        this.sql = sql;
        this.links = links;
    }

    /** @param placeOf the place of an item, in a case whose lock the caller holds */
    void add(Collection<ReportSupplemented> supplements, Function<UUID, ContentKeys.Place> placeOf, Consequences then) {
        if (supplements.isEmpty()) {
            return;
        }
        Set<UUID> fresh = store(supplements, then);
        supplements.stream().filter(one -> fresh.contains(one.supplementId())).forEach(one -> {
            ContentKeys.Place place = placeOf.apply(one.itemId());
            UUID caseId = place.caseId();
            then.repeat(place);
            then.record(new Act(
                    caseId,
                    then.at(),
                    Actor.SIAGA,
                    "item-supplemented",
                    null,
                    Map.of(
                            "report",
                            one.reportId(),
                            "item",
                            one.itemId(),
                            "supplement",
                            one.supplementId(),
                            "party",
                            one.party(),
                            "newFacts",
                            one.newFacts() != null)));
            if (one.urgencyReason() != null) {
                then.hurry(caseId, one.supplementedAt());
            }
            if (one.newFacts() != null) {
                then.newFacts(caseId, one.supplementedAt());
            }
        });
    }

    /** Those that were not stored before. */
    private Set<UUID> store(Collection<ReportSupplemented> supplements, Consequences then) {
        return new HashSet<>(sql.list(
                """
                insert into supplement (supplement_id, item_id, statement, new_facts, urgency_reason, refs,
                                        supplemented_at, linked_at)
                select s.id, s.item_id, s.statement, s.new_facts, s.urgency_reason, s.refs::jsonb,
                       s.supplemented_at::timestamptz, ?
                from unnest(?, ?, ?, ?, ?, ?, ?)
                  as s (id, item_id, statement, new_facts, urgency_reason, refs, supplemented_at)
                on conflict (supplement_id) do nothing
                returning supplement_id""",
                row -> Sql.id(row, "supplement_id"),
                then.at(),
                supplements.stream().map(ReportSupplemented::supplementId).toArray(UUID[]::new),
                supplements.stream().map(ReportSupplemented::itemId).toArray(UUID[]::new),
                supplements.stream().map(ReportSupplemented::statement).toArray(String[]::new),
                texts(supplements, ReportSupplemented::newFacts),
                texts(supplements, ReportSupplemented::urgencyReason),
                supplements.stream().map(one -> links.written(one.references())).toArray(String[]::new),
                supplements.stream().map(one -> one.supplementedAt().toString()).toArray(String[]::new)));
    }

    private static @Nullable String[] texts(
            Collection<ReportSupplemented> supplements, Function<ReportSupplemented, @Nullable String> part) {
        return supplements.stream().map(part).toArray(String[]::new);
    }
}
