// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Until when partners are not told where a content is. */
@ApplicationScoped
class Concealments {

    private final Sql sql;

    Concealments(Sql sql) {
        this.sql = sql;
    }

    /** What one reporter calls confidential is, whoever else has reported it; the caller holds the contents. */
    void conceal(Collection<Links.Link> links) {
        Map<UUID, Instant> ends = new HashMap<>();
        for (Links.Link link : links) {
            ReportSubmitted.Confidentiality confidentiality = link.item().confidentiality();
            if (confidentiality != null) {
                ends.merge(
                        link.place().contentId(),
                        confidentiality.until(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        if (!ends.isEmpty()) {
            List<UUID> contents = List.copyOf(ends.keySet());
            sql.update(
                    "update content c set confidential_until = greatest(c.confidential_until, n.until::timestamptz)"
                            + " from unnest(?, ?) as n (id, until) where c.id = n.id",
                    contents.toArray(UUID[]::new),
                    contents.stream().map(id -> String.valueOf(ends.get(id))).toArray(String[]::new));
        }
    }
}
