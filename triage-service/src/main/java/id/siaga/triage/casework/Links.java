// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that linking writes; a batch costs the same few statements however large it is. */
@ApplicationScoped
class Links {

    private final Sql sql;
    private final ObjectMapper json;

    Links(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A reported item and the place of its content.
     *
     * @param inElection whether it was reported where and while an election is going on
     */
    record Link(ReportSubmitted item, ContentKeys.Place place, boolean inElection) {}

    /** What reporters of a case have been told so far. */
    record Standing(
            UUID caseId,
            CaseStatus status,
            Progress progress,
            @Nullable String reason) {

        /** That of a case which is among those that were locked. */
        static Standing of(UUID caseId, Map<UUID, Standing> standings) {
            Standing standing = standings.get(caseId);
            if (standing == null) {
                throw new IllegalStateException("Every linked item has a case");
            }
            return standing;
        }
    }

    /** A case that a first report opens. */
    record Opened(UUID caseId, String category, boolean urgent, boolean election, String headline) {}

    /** A flag that a party raised. */
    record Raised(UUID caseId, String flag, String party) {}

    Set<UUID> alreadyLinked(Collection<ReportSubmitted> items) {
        return new HashSet<>(sql.list(
                "select item_id from reported_item where item_id = any (?)", row -> Sql.id(row, "item_id"), (Object)
                        items.stream().map(ReportSubmitted::itemId).toArray(UUID[]::new)));
    }

    /** What items that were linked before are about, by their ids. */
    Map<UUID, ReportSubmitted.Content> contents(Collection<UUID> items) {
        Map<UUID, ReportSubmitted.Content> contents = new HashMap<>();
        if (!items.isEmpty()) {
            sql.list(
                            """
                            select i.item_id, c.key, c.platform, c.kind, c.rule_version, c.url, c.text
                            from reported_item i join content c on c.id = i.content_id where i.item_id = any (?)""",
                            row -> Map.entry(
                                    Sql.id(row, "item_id"),
                                    new ReportSubmitted.Content(
                                            row.getString("key"),
                                            row.getString("platform"),
                                            row.getString("kind"),
                                            row.getInt("rule_version"),
                                            row.getString("url"),
                                            row.getString("text"))),
                            (Object) items.toArray(UUID[]::new))
                    .forEach(item -> contents.put(item.getKey(), item.getValue()));
        }
        return contents;
    }

    void open(Collection<Opened> cases, Instant now) {
        sql.batch(
                """
                insert into case_file (id, status, progress, category, urgent, election, headline, opened_at,
                                       queued_as_of, sequence, version)
                values (?, 'NEW', 'LINKED', ?, ?, ?, ?, ?, ?, 1, 0)""",
                cases.stream()
                        .map(c -> Sql.row(c.caseId(), c.category(), c.urgent(), c.election(), c.headline(), now, now))
                        .toList());
    }

    /** Locks the cases in the order of their ids: what officers do to them and what is linked take turns. */
    Map<UUID, Standing> lock(Collection<UUID> cases) {
        Map<UUID, Standing> standings = new HashMap<>();
        sql.list(
                        "select id, status, progress, progress_reason from case_file where id = any (?)"
                                + " order by id for no key update",
                        row -> new Standing(
                                Sql.id(row, "id"),
                                CaseStatus.valueOf(row.getString("status")),
                                Progress.valueOf(row.getString("progress")),
                                row.getString("progress_reason")),
                        (Object) cases.toArray(UUID[]::new))
                .forEach(standing -> standings.put(standing.caseId, standing));
        return standings;
    }

    /**
     * A later report may show that a case is urgent; what the desk has assessed stays as assessed.
     *
     * @return the cases that were not urgent before
     */
    List<UUID> hurry(Collection<UUID> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.list(
                        "update case_file set urgent = true where id = any (?) and status = 'NEW' and not urgent"
                                + " returning id",
                        row -> Sql.id(row, "id"),
                        (Object) cases.toArray(UUID[]::new));
    }

    /**
     * A later report may fall into an election; what the desk has assessed stays as assessed.
     *
     * @return the cases that did not before
     */
    List<UUID> elect(Collection<UUID> cases) {
        return cases.isEmpty()
                ? List.of()
                : sql.list(
                        "update case_file set election = true where id = any (?) and status = 'NEW' and not election"
                                + " returning id",
                        row -> Sql.id(row, "id"),
                        (Object) cases.toArray(UUID[]::new));
    }

    void flag(Collection<Raised> flags, Instant now) {
        sql.batch(
                "insert into case_flag (case_id, flag, raised_by, raised_at) values (?, ?, ?, ?)"
                        + " on conflict (case_id, flag) do nothing",
                flags.stream()
                        .map(f -> Sql.row(f.caseId(), f.flag(), f.party(), now))
                        .toList());
    }

    void store(Collection<Link> links, Instant now) {
        sql.batch("""
                insert into reported_item (item_id, report_id, item_number, case_id, content_id, party, category,
                                           statement_of_reasons, region, urgency_reason, new_facts,
                                           live_stream, refs, submitted_at, linked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""", links.stream().map(link -> row(link, now)).toList());
    }

    private @Nullable Object[] row(Link link, Instant now) {
        ReportSubmitted item = link.item();
        return Sql.row(
                item.itemId(),
                item.reportId(),
                item.itemNumber(),
                link.place().caseId(),
                link.place().contentId(),
                item.party(),
                item.category(),
                item.statementOfReasons(),
                item.region(),
                item.urgencyReason(),
                item.newFacts(),
                item.liveStream(),
                written(item.references()),
                item.submittedAt(),
                now);
    }

    String written(List<ReportSubmitted.Reference> references) {
        try {
            return json.writeValueAsString(references);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("References are plain values", e);
        }
    }
}
