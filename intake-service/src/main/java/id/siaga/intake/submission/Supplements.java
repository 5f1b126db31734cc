// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What parties add to their reports: rows, the counters that they raise, and the history that tells of them. */
@ApplicationScoped
class Supplements {

    /** A supplement that is being stored, with its place in the report's history. */
    record New(UUID id, Addition addition, int itemNumber, long number) {}

    /** An item that something was added to: its number, content and the last of its events, the new ones included. */
    record Raised(int number, String contentKey, String party, long sequence) {}

    private final Sql sql;
    private final ObjectMapper json;

    Supplements(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Locks reports, in the order of their ids, and tells how far the history of each has come. */
    Map<UUID, Long> lock(Collection<UUID> reports) {
        Map<UUID, Long> numbers = new HashMap<>();
        sql.list(
                        "SELECT id, status_version FROM report WHERE id = ANY (?) ORDER BY id FOR UPDATE",
                        row -> Map.entry(Sql.id(row, "id"), row.getLong("status_version")),
                        (Object) reports.toArray(UUID[]::new))
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
        return numbers;
    }

    /** Counts as many events of each item as there are additions to it. */
    Map<UUID, Raised> raise(List<Addition> additions) {
        Map<UUID, Long> counts =
                additions.stream().collect(Collectors.groupingBy(Addition::itemId, Collectors.counting()));
        List<UUID> ids = List.copyOf(counts.keySet());
        return sql
                .list(
                        """
                        UPDATE report_item SET event_sequence = event_sequence + more.count
                        FROM unnest(?, ?) AS more(id, count) WHERE report_item.id = more.id
                        RETURNING report_item.id, number, content_key, party, event_sequence""",
                        row -> Map.entry(
                                Sql.id(row, "id"),
                                new Raised(
                                        row.getInt("number"),
                                        row.getString("content_key"),
                                        row.getString("party"),
                                        row.getLong("event_sequence"))),
                        ids.toArray(UUID[]::new),
                        ids.stream().map(counts::get).toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void store(List<New> supplements, Map<UUID, Long> numbers, Instant now) {
        sql.batch("""
                INSERT INTO supplement (id, report_id, item_number, reference, statement, new_facts, urgency_reason, refs,
                    received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""", supplements.stream().map(one -> row(one, now)).toList());
        sql.batch(
                "INSERT INTO report_change (report_id, number, at, kind, item_number) VALUES (?, ?, ?, 'SUPPLEMENT', ?)",
                supplements.stream()
                        .map(one -> Sql.row(one.addition().reportId(), one.number(), now, one.itemNumber()))
                        .toList());
        sql.batch(
                "UPDATE report SET untold = untold + ? - status_version, status_version = ?, updated_at = ? WHERE id = ?",
                numbers.entrySet().stream()
                        .map(entry -> Sql.row(entry.getValue(), entry.getValue(), now, entry.getKey()))
                        .toList());
    }

    private Object[] row(New one, Instant now) {
        Addition addition = one.addition();
        return Sql.row(
                one.id(),
                addition.reportId(),
                one.itemNumber(),
                addition.reference(),
                addition.statement(),
                addition.newFacts(),
                addition.urgencyReason(),
                write(addition.references()),
                now);
    }

    /** The supplements of a report, in the order of their receipt. */
    List<SupplementView> of(UUID report) {
        return sql.list(
                """
                SELECT id, item_number, reference, statement, new_facts, urgency_reason, refs, received_at FROM supplement
                WHERE report_id = ? ORDER BY received_at, id""",
                row -> new SupplementView(
                        Sql.id(row, "id"),
                        row.getInt("item_number"),
                        row.getString("reference"),
                        row.getString("statement"),
                        row.getString("new_facts"),
                        row.getString("urgency_reason"),
                        read(row.getString("refs")).stream()
                                .map(ReportView.ReferenceView::of)
                                .toList(),
                        Sql.time(row, "received_at")),
                report);
    }

    /** What the desk is told of a supplement, and the number of that. */
    record Again(ReportSupplemented event, long sequence) {}

    /** The supplements with these ids, each under the next number of its item; the caller holds their reports. */
    List<Again> again(Collection<UUID> ids) {
        return sql.list(
                """
                WITH raised AS (
                    UPDATE report_item i SET event_sequence = i.event_sequence + more.count
                    FROM (SELECT report_id, item_number, count(*) AS count FROM supplement WHERE id = ANY (?)
                          GROUP BY report_id, item_number) AS more
                    WHERE i.report_id = more.report_id AND i.number = more.item_number
                    RETURNING i.id, i.report_id, i.number, i.party, i.content_key, i.event_sequence)
                SELECT s.id, s.report_id, s.item_number, s.statement, s.new_facts, s.urgency_reason, s.refs, s.received_at,
                    i.id AS item_id, i.party, i.content_key,
                    i.event_sequence + 1 - row_number() OVER (PARTITION BY i.id ORDER BY s.id DESC) AS number
                FROM supplement s JOIN raised i ON i.report_id = s.report_id AND i.number = s.item_number
                WHERE s.id = ANY (?) ORDER BY s.id""",
                row -> new Again(
                        new ReportSupplemented(
                                Sql.id(row, "id"),
                                Sql.id(row, "report_id"),
                                Sql.id(row, "item_id"),
                                row.getInt("item_number"),
                                row.getString("party"),
                                row.getString("content_key"),
                                row.getString("statement"),
                                row.getString("new_facts"),
                                row.getString("urgency_reason"),
                                read(row.getString("refs")),
                                Sql.time(row, "received_at")),
                        row.getLong("number")),
                ids.toArray(UUID[]::new),
                ids.toArray(UUID[]::new));
    }

    private String write(List<ReportReference> references) {
        try {
            return json.writeValueAsString(references);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("references cannot be written", e);
        }
    }

    private List<ReportReference> read(String references) {
        try {
            return json.readValue(references, new TypeReference<List<ReportReference>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored references cannot be read", e);
        }
    }
}
