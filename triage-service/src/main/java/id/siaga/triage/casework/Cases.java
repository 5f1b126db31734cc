// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
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

    /** One of each content and platform, where several keys are of one: the one that stands for all, if it has a locator. */
    List<CaseContent> contents(UUID id) {
        return sql.list(
                """
                select * from (select distinct on (coalesce(same_as, id), platform)
                                      id, key, platform, kind, url, text, same_as,
                                      max(confidential_until) over (partition by coalesce(same_as, id))
                                          as confidential_until
                               from content where case_id = ?
                               order by coalesce(same_as, id), platform, url is null, same_as is not null, id) c
                order by id""",
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

    /** Those that standing reports name, but for what is confidential at that time. */
    List<String> regions(UUID id, Instant at) {
        return sql.list("""
                select distinct i.region from reported_item i join content c on c.id = i.content_id
                where i.case_id = ? and i.withdrawn_at is null and i.region is not null and not exists (
                    select from content k
                    where k.case_id = i.case_id and coalesce(k.same_as, k.id) = coalesce(c.same_as, c.id)
                      and k.confidential_until > ?)
                order by i.region""", row -> row.getString("region"), id, at);
    }

    Set<String> flags(UUID id) {
        return new TreeSet<>(
                sql.list("select flag from case_flag where case_id = ?", row -> row.getString("flag"), id));
    }

    /** Whether orders were issued in an emergency that nobody has approved yet. */
    boolean underReview(UUID id) {
        return !sql.list(
                        "select 1 from decision where case_id = ? and status = 'PROPOSED' and overridden_at is not null",
                        row -> true,
                        id)
                .isEmpty();
    }

    boolean reportedBy(UUID id, String party) {
        return !sql.list("select 1 from reported_item where case_id = ? and party = ? limit 1", row -> true, id, party)
                .isEmpty();
    }
}
