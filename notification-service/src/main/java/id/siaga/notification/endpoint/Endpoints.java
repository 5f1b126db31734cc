// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints that are not deleted; to all but those who may see every party's, only their party's exist. */
@ApplicationScoped
class Endpoints implements PanacheRepositoryBase<Endpoint, UUID> {

    private static final String VISIBLE = "status <> ?1 and (?2 is null or party = ?2)";

    /** @param party whose, or null for everybody's */
    Optional<Endpoint> find(@Nullable String party, UUID id) {
        return find(VISIBLE + " and id = ?3", EndpointStatus.DELETED, party, id).firstResultOptional();
    }

    Optional<Endpoint> findLocked(@Nullable String party, UUID id) {
        return find(VISIBLE + " and id = ?3", EndpointStatus.DELETED, party, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** All of a party, in the order in which everybody locks more than one. */
    List<Endpoint> lockAll(String party) {
        return find("status <> ?1 and party = ?2 order by id", EndpointStatus.DELETED, party)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<UUID> idsAfter(UUID last, int limit) {
        return find("select id from Endpoint where status <> ?1 and id > ?2 order by id", EndpointStatus.DELETED, last)
                .project(UUID.class)
                .range(0, limit - 1)
                .list();
    }

    /** The newest first. */
    List<Endpoint> list(@Nullable String party, @Nullable UUID before, int limit) {
        return find(VISIBLE + " and (?3 is null or id < ?3) order by id desc", EndpointStatus.DELETED, party, before)
                .range(0, limit - 1)
                .list();
    }
}
