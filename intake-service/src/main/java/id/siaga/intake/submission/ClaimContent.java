// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Settles which items are the first of their party about some content, and which repeat an earlier one. */
@ApplicationScoped
class ClaimContent {

    /** An item may be withdrawn between two looks at it; more than once in a row is no accident. */
    private static final int ROUNDS = 3;

    private record Standing(String contentKey, UUID reportId, UUID itemId) {}

    private final NewReports newReports;
    private final Sql sql;

    ClaimContent(NewReports newReports, Sql sql) {
        this.newReports = newReports;
        this.sql = sql;
    }

    /** Stores the items that are the first ones; returns, by their ids, what the others repeat. */
    Map<UUID, Repeat> claim(Sender sender, List<ReportItem> items) {
        Map<UUID, Repeat> repeats = new HashMap<>();
        List<ReportItem> open = items;
        for (int round = 0; round < ROUNDS; round++) {
            Set<UUID> stored = newReports.claim(open);
            List<ReportItem> rest =
                    open.stream().filter(item -> !stored.contains(item.id())).toList();
            if (rest.isEmpty()) {
                return repeats;
            }
            Map<String, Standing> standing = standing(sender, rest);
            rest.stream()
                    .filter(item -> standing.containsKey(item.contentKey()))
                    .forEach(item -> repeats.put(item.id(), repeat(item, standing)));
            open = rest.stream().filter(item -> !repeats.containsKey(item.id())).toList();
            if (open.isEmpty()) {
                return repeats;
            }
        }
        throw new IllegalStateException("Content is withdrawn and reported again faster than it can be looked at");
    }

    private static Repeat repeat(ReportItem item, Map<String, Standing> standing) {
        Standing earlier = standing.get(item.contentKey());
        if (earlier == null) {
            throw new IllegalStateException("Only what stands is repeated");
        }
        return new Repeat(item.number(), earlier.reportId(), earlier.itemId());
    }

    private Map<String, Standing> standing(Sender sender, List<ReportItem> items) {
        return sql
                .list(
                        """
                        SELECT content_key, report_id, id FROM report_item
                        WHERE standing AND party = ? AND unit IS NOT DISTINCT FROM ? AND content_key = ANY (?)""",
                        row -> new Standing(row.getString("content_key"), Sql.id(row, "report_id"), Sql.id(row, "id")),
                        sender.party(),
                        sender.unit(),
                        items.stream().map(ReportItem::contentKey).distinct().toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Standing::contentKey, one -> one));
    }
}
