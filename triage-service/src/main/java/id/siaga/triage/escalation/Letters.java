// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters, changed under the row lock of their order only. */
@ApplicationScoped
class Letters {

    private static final String LETTERS = """
            select id, order_id, case_id, number, step, obligation_id, status, drafted_at, reasons_of_platform, deadline,
                   ended_at, ended_by, ended_by_party, discarded_because
            from letter""";

    private final Sql sql;

    Letters(Sql sql) {
        this.sql = sql;
    }

    Optional<Letter> find(UUID id) {
        return sql.list(LETTERS + " where id = ?", Letters::letter, id).stream().findFirst();
    }

    /** Those of an order, in their order. */
    List<Letter> of(UUID orderId) {
        return sql.list(LETTERS + " where order_id = ? order by drafted_at, id", Letters::letter, orderId);
    }

    UUID draft(UUID orderId, UUID caseId, @Nullable Step step, @Nullable UUID obligationId, Instant at) {
        UUID id = Uuid7.at(at);
        sql.update("""
                insert into letter (id, order_id, case_id, step, obligation_id, status, drafted_at)
                values (?, ?, ?, ?, ?, 'DRAFTED', ?)""", id, orderId, caseId, step, obligationId, at);
        return id;
    }

    /** The number of the letter about an order that is issued next. */
    int nextNumber(UUID orderId) {
        return sql.list(
                        "select coalesce(max(number), 0) + 1 from letter where order_id = ?",
                        row -> row.getInt(1),
                        orderId)
                .getFirst();
    }

    /** It says this from now on, whatever becomes of the order. */
    void issue(
            UUID id,
            int number,
            @Nullable String reasonsOfPlatform,
            @Nullable Instant deadline,
            String indonesian,
            String english,
            Actor by,
            Instant at) {
        sql.update(
                """
                update letter set status = 'ISSUED', number = ?, reasons_of_platform = ?, none_given = ?, deadline = ?, html_id = ?,
                                  html_en = ?, ended_at = ?, ended_by = ?, ended_by_party = ?
                where id = ?""",
                number,
                reasonsOfPlatform,
                reasonsOfPlatform == null,
                deadline,
                indonesian,
                english,
                at,
                by.key(),
                by.party(),
                id);
    }

    void discard(UUID id, String reason, Actor by, Instant at) {
        sql.update(
                "update letter set status = 'DISCARDED', discarded_because = ?, ended_at = ?, ended_by = ?,"
                        + " ended_by_party = ? where id = ?",
                reason,
                at,
                by.key(),
                by.party(),
                id);
    }

    /** Its words as they were issued; none before. */
    Optional<String> words(UUID id, Language language) {
        String column =
                switch (language) {
                    case ID -> "html_id";
                    case EN -> "html_en";
                };
        return sql
                .list(
                        "select " + column + " from letter where id = ? and status = 'ISSUED'",
                        row -> row.getString(1),
                        id)
                .stream()
                .findFirst();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String step = row.getString("step");
        String by = row.getString("ended_by");
        return new Letter(
                Sql.id(row, "id"),
                Sql.id(row, "order_id"),
                Sql.id(row, "case_id"),
                row.getObject("number", Integer.class),
                step == null ? null : Step.valueOf(step),
                row.getObject("obligation_id", UUID.class),
                LetterStatus.valueOf(row.getString("status")),
                Sql.time(row, "drafted_at"),
                row.getString("reasons_of_platform"),
                Sql.timeOrNull(row, "deadline"),
                Sql.timeOrNull(row, "ended_at"),
                by == null ? null : new Actor(by, row.getString("ended_by_party")),
                row.getString("discarded_because"));
    }
}
