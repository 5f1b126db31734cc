// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Cases, what they are about, and who reported in them. */
@ApplicationScoped
class Cases implements PanacheRepositoryBase<CaseFile, UUID> {

    private final Sql sql;

    Cases(Sql sql) {
        this.sql = sql;
    }

    Optional<CaseFile> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<CaseContent> contents(UUID id) {
        return sql.list(
                "select id, key, platform, kind, url, text from content where case_id = ? order by id",
                row -> new CaseContent(
                        Sql.id(row, "id"),
                        row.getString("key"),
                        row.getString("platform"),
                        row.getString("kind"),
                        row.getString("url"),
                        row.getString("text")),
                id);
    }

    Set<String> flags(UUID id) {
        return new TreeSet<>(
                sql.list("select flag from case_flag where case_id = ?", row -> row.getString("flag"), id));
    }

    boolean reportedBy(UUID id, String party) {
        return !sql.list("select 1 from reported_item where case_id = ? and party = ? limit 1", row -> true, id, party)
                .isEmpty();
    }
}
