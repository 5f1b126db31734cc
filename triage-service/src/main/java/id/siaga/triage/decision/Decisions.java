// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
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

    boolean pending(UUID caseId) {
        return count("caseId = ?1 and status = ?2", caseId, DecisionStatus.PROPOSED) > 0;
    }

    List<Decision> of(UUID caseId) {
        return list("caseId = ?1", Sort.by("proposedAt").and("id"), caseId);
    }
}
