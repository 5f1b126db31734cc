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
import org.jspecify.annotations.Nullable;

/** Settles which items are the first of their party about some content, and which repeat an earlier one. */
@ApplicationScoped
class ClaimContent {

    /** An item may be withdrawn between two looks at it; more than once in a row is no accident. */
    private static final int ROUNDS = 3;

    /** What no two standing items have in common. */
    private record Claim(String party, @Nullable String unit, String contentKey) {

        static Claim of(ReportItem item) {
            return new Claim(item.party(), item.unit(), item.contentKey());
        }
    }

    private record Standing(Claim claim, UUID reportId, UUID itemId) {}

    private final NewReports newReports;
    private final Sql sql;

    ClaimContent(NewReports newReports, Sql sql) {
        this.newReports = newReports;
        this.sql = sql;
    }

    /** Stores the items that are the first ones; returns, by their ids, what the others repeat. */
    Map<UUID, Repeat> claim(List<ReportItem> items) {
        Map<UUID, Repeat> repeats = new HashMap<>();
        List<ReportItem> open = items;
        for (int round = 0; round < ROUNDS; round++) {
            Set<UUID> stored = newReports.claim(open);
            List<ReportItem> rest =
                    open.stream().filter(item -> !stored.contains(item.id())).toList();
            if (rest.isEmpty()) {
                return repeats;
            }
            Map<Claim, Standing> standing = standing(rest);
            rest.stream()
                    .filter(item -> standing.containsKey(Claim.of(item)))
                    .forEach(item -> repeats.put(item.id(), repeat(item, standing)));
            open = rest.stream().filter(item -> !repeats.containsKey(item.id())).toList();
            if (open.isEmpty()) {
                return repeats;
            }
        }
        throw new IllegalStateException("Content is withdrawn and reported again faster than it can be looked at");
    }

    private static Repeat repeat(ReportItem item, Map<Claim, Standing> standing) {
        Standing earlier = standing.get(Claim.of(item));
        if (earlier == null) {
            throw new IllegalStateException("Only what stands is repeated");
        }
        return new Repeat(item.number(), earlier.reportId(), earlier.itemId());
    }

    private Map<Claim, Standing> standing(List<ReportItem> items) {
        List<Claim> claims = items.stream().map(Claim::of).distinct().toList();
        return sql
                .list(
                        """
                        SELECT claim.party, claim.unit, claim.content_key, item.report_id, item.id
                        FROM unnest(?, ?, ?) AS claim(party, unit, content_key)
                        CROSS JOIN LATERAL (
                            SELECT report_id, id FROM report_item
                            WHERE standing AND party = claim.party AND unit IS NOT DISTINCT FROM claim.unit
                                AND content_key = claim.content_key
                            LIMIT 1) AS item""",
                        row -> new Standing(
                                new Claim(row.getString("party"), row.getString("unit"), row.getString("content_key")),
                                Sql.id(row, "report_id"),
                                Sql.id(row, "id")),
                        claims.stream().map(Claim::party).toArray(String[]::new),
                        claims.stream().map(Claim::unit).toArray(String[]::new),
                        claims.stream().map(Claim::contentKey).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Standing::claim, one -> one));
    }
}
