// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.submission.ReportPage.ReportSummary;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reports; whose they must be comes first in every query. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, UUID> {

    private static final String SUMMARY = """
            select new id.siaga.intake.submission.ReportPage$ReportSummary(
                r.id, r.party, r.reference, r.category, r.election, r.status, r.receivedAt, size(r.items))
            from Report r""";

    Optional<Report> findFor(Visibility whose, UUID id) {
        String party = whose.party();
        List<Report> found = party == null
                ? find("from Report r join fetch r.items where r.id = ?1", id).list()
                : find("from Report r join fetch r.items where r.party = ?1 and r.id = ?2", party, id)
                        .list();
        return found.stream().findFirst();
    }

    /** The reports that a query asks for, newest first, up to a number of them. */
    List<ReportSummary> list(Visibility whose, ReportQuery query, int most) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        add(conditions, values, "r.party = :party", "party", whose.party());
        add(conditions, values, "r.status = :status", "status", query.status());
        add(conditions, values, "r.id < :after", "after", query.after());
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var select = getEntityManager().createQuery(SUMMARY + where + " order by r.id desc", ReportSummary.class);
        values.forEach(select::setParameter);
        return select.setMaxResults(most).getResultList();
    }

    /** The reports with these ids, locked in the order of their ids so that two batches never wait for each other. */
    List<Report> lock(Collection<UUID> ids) {
        List<Report> locked = find("id in ?1 order by id", List.copyOf(ids))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        // A second query and not a join: rows of items must not be locked, and PostgreSQL locks what it joins.
        find("select distinct r from Report r join fetch r.items where r.id in ?1", List.copyOf(ids))
                .list();
        return locked;
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
