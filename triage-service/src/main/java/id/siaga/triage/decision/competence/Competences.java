// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision.competence;

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

/** The rows of competence, in the current transaction. */
@ApplicationScoped
class Competences {

    private static final String COMPETENCES = """
            select id, party, instrument, article, category, valid_from, valid_until, source, entered_by, entered_party,
                   entered_at, ended_at, ended_by, ended_party, end_reason
            from competence""";

    private final Sql sql;

    Competences(Sql sql) {
        this.sql = sql;
    }

    void enter(Competence entry) {
        sql.update(
                """
                insert into competence (id, party, instrument, article, category, valid_from, valid_until, source,
                                        entered_by, entered_party, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                entry.id(),
                entry.party(),
                entry.instrument(),
                entry.article(),
                entry.category(),
                entry.validFrom(),
                entry.validUntil(),
                entry.source(),
                entry.enteredBy().key(),
                entry.enteredBy().party(),
                entry.enteredAt());
    }

    void end(Competence entry, Instant validUntil, Competence.End end) {
        sql.update("""
                update competence set valid_until = ?, ended_by = ?, ended_party = ?, ended_at = ?, end_reason = ?
                where id = ?""", validUntil, end.by().key(), end.by().party(), end.at(), end.reason(), entry.id());
    }

    Optional<Competence> one(UUID id) {
        return sql.list(COMPETENCES + " where id = ?", Competences::competence, id).stream()
                .findFirst();
    }

    Optional<Competence> lock(UUID id) {
        return sql.list(COMPETENCES + " where id = ? for update", Competences::competence, id).stream()
                .findFirst();
    }

    List<Competence> of(String party) {
        return sql.list(COMPETENCES + " where party = ? order by id", Competences::competence, party);
    }

    /** The latest entry first. */
    List<Competence> page(
            @Nullable String party,
            @Nullable String category,
            @Nullable Instant validAt,
            @Nullable UUID after,
            int most) {
        return sql.list(
                COMPETENCES + """
                 where (?::text is null or party = ?)
                  and (?::text is null or category = ?)
                  and (?::timestamptz is null or (valid_from <= ? and (valid_until is null or valid_until > ?)))
                  and (?::uuid is null or id < ?)
                order by id desc limit ?""",
                Competences::competence,
                party,
                party,
                category,
                category,
                validAt,
                validAt,
                validAt,
                after,
                after,
                most);
    }

    private static Competence competence(ResultSet row) throws SQLException {
        Instant endedAt = Sql.timeOrNull(row, "ended_at");
        return new Competence(
                Sql.id(row, "id"),
                row.getString("party"),
                row.getString("instrument"),
                row.getString("article"),
                row.getString("category"),
                Sql.time(row, "valid_from"),
                Sql.timeOrNull(row, "valid_until"),
                row.getString("source"),
                new Actor(row.getString("entered_by"), row.getString("entered_party")),
                Sql.time(row, "entered_at"),
                endedAt == null
                        ? null
                        : new Competence.End(
                                new Actor(row.getString("ended_by"), row.getString("ended_party")),
                                endedAt,
                                row.getString("end_reason")));
    }
}
