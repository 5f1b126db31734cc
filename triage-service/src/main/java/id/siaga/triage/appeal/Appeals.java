// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

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

/** The rows of appeal, in the current transaction. */
@ApplicationScoped
class Appeals {

    private static final String AGAINST = "select id, decision_id, case_id, platform, party from orders";

    private static final String APPEALS = """
            select id, order_id, decision_id, case_id, platform, party, appellant, statement, status, received_at, answer_by,
                   decided_at, decided_by, decided_by_party, answer
            from appeal""";

    private final Sql sql;

    Appeals(Sql sql) {
        this.sql = sql;
    }

    /** The order of that platform's party. */
    Optional<Appeal.Against> against(UUID orderId, String party) {
        return sql.list(AGAINST + " where id = ? and party = ?", Appeals::order, orderId, party).stream()
                .findFirst();
    }

    /** The order whose notice carries this code. */
    Optional<Appeal.Against> against(String code) {
        return sql.list(AGAINST + " where appeal_code = ?", Appeals::order, code).stream()
                .findFirst();
    }

    void file(Appeal appeal) {
        Appeal.Against against = appeal.against();
        sql.update(
                """
                insert into appeal (id, order_id, decision_id, case_id, platform, party, appellant, statement, status,
                                    received_at, answer_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                appeal.id(),
                against.orderId(),
                against.decisionId(),
                against.caseId(),
                against.platform(),
                against.party(),
                appeal.appellant(),
                appeal.statement(),
                appeal.status(),
                appeal.receivedAt(),
                appeal.answerBy());
    }

    void rule(UUID id, AppealStatus status, Appeal.Ruling ruling) {
        sql.update("""
                update appeal set status = ?, decided_by = ?, decided_by_party = ?, decided_at = ?, answer = ?
                where id = ?""", status, ruling.by().key(), ruling.by().party(), ruling.at(), ruling.answer(), id);
    }

    Optional<Appeal> one(UUID id) {
        return sql.list(APPEALS + " where id = ?", Appeals::appeal, id).stream().findFirst();
    }

    /** Of one appellant against one order, the first one first. */
    List<Appeal> of(UUID orderId, Appellant appellant) {
        return sql.list(
                APPEALS + " where order_id = ? and appellant = ? order by id", Appeals::appeal, orderId, appellant);
    }

    /** The latest first. */
    List<Appeal> page(@Nullable AppealStatus status, @Nullable UUID after, int most) {
        return sql.list(APPEALS + """
                 where (?::text is null or status = ?) and (?::uuid is null or id < ?)
                order by id desc limit ?""", Appeals::appeal, status, status, after, after, most);
    }

    /** Whether a person decided, issued, answered for the desk or assessed anything in a case. */
    boolean tookPart(UUID caseId, Actor person) {
        return !sql.list("""
                        select 1 from decision where case_id = ? and ? in (proposed_by, approved_by, returned_by, reversed_by)
                        union all
                        select 1 from order_transition t join orders o on o.id = t.order_id
                        where o.case_id = ? and t.who = ?
                        union all
                        select 1 from case_file where id = ? and assessed_by = ?
                        limit 1""", row -> true, caseId, person.key(), caseId, person.key(), caseId, person.shown())
                .isEmpty();
    }

    private static Appeal.Against order(ResultSet row) throws SQLException {
        return new Appeal.Against(
                Sql.id(row, "id"),
                Sql.id(row, "decision_id"),
                Sql.id(row, "case_id"),
                row.getString("platform"),
                row.getString("party"));
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        Instant decidedAt = Sql.timeOrNull(row, "decided_at");
        return new Appeal(
                Sql.id(row, "id"),
                new Appeal.Against(
                        Sql.id(row, "order_id"),
                        Sql.id(row, "decision_id"),
                        Sql.id(row, "case_id"),
                        row.getString("platform"),
                        row.getString("party")),
                Appellant.valueOf(row.getString("appellant")),
                row.getString("statement"),
                AppealStatus.valueOf(row.getString("status")),
                Sql.time(row, "received_at"),
                Sql.time(row, "answer_by"),
                decidedAt == null
                        ? null
                        : new Appeal.Ruling(
                                new Actor(row.getString("decided_by"), row.getString("decided_by_party")),
                                decidedAt,
                                row.getString("answer")));
    }
}
