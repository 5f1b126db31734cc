// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions of the desk. */
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, UUID> {

    private final Sql sql;

    Decisions(Sql sql) {
        this.sql = sql;
    }

    /** Read without the entity, so that the entity is first seen under the lock of its case. */
    Optional<UUID> caseOf(UUID id) {
        return sql.list("select case_id from decision where id = ?", row -> Sql.id(row, "case_id"), id).stream()
                .findFirst();
    }

    /** How it stood when it was looked at, under no lock. */
    Optional<DecisionStatus> status(UUID id) {
        return sql
                .list(
                        "select status from decision where id = ?",
                        row -> DecisionStatus.valueOf(row.getString("status")),
                        id)
                .stream()
                .findFirst();
    }

    /** Whether its orders were issued before anybody approved it; what never changes. */
    boolean overridden(UUID id) {
        return !sql.list(
                        "select id from decision where id = ? and overridden_at is not null",
                        row -> Sql.id(row, "id"),
                        id)
                .isEmpty();
    }

    /** Overrides that nobody has reviewed within their time, a few at once. */
    @Transactional
    List<UUID> overdueReviews() {
        return sql.list("""
                select d.id from decision d
                join clock c on c.subject_id = d.id and c.kind = 'EMERGENCY_REVIEW' and c.state = 'EXPIRED'
                where d.status = 'PROPOSED' and d.overridden_at is not null
                order by d.id limit 20""", row -> Sql.id(row, "id"));
    }

    boolean pending(UUID caseId) {
        return count("caseId = ?1 and status = ?2", caseId, DecisionStatus.PROPOSED) > 0;
    }

    List<Decision> of(UUID caseId) {
        return list("caseId = ?1", Sort.by("proposal.at").and("id"), caseId);
    }
}
