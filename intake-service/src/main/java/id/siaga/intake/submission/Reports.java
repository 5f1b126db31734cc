// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reports; whose they must be comes first in every query. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, UUID> {

    Optional<Report> findFor(Visibility whose, UUID id) {
        String party = whose.party();
        List<Report> found = party == null
                ? find("from Report r join fetch r.items where r.id = ?1", id).list()
                : find("from Report r join fetch r.items where r.party = ?1 and r.id = ?2", party, id)
                        .list();
        return found.stream().filter(whose::covers).findFirst();
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
}
