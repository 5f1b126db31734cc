// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.sql.Sql;
import id.siaga.web.StandingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * A party is suspended or has left: its orders that have not reached it go another way at once, since it can neither be told
 * of them nor fetch them. Each in a transaction of its own, as orders are locked one by one everywhere; what was done is not
 * done again.
 */
@ApplicationScoped
class PassOverParty {

    private static final String SUSPENDED = "The platform's party is suspended.";
    private static final String LEFT = "The platform's party has left.";

    private static final String ISSUED = "select id from orders where party = ? and status = 'ISSUED' order by id";

    /** Of those only what the platform is to undo and does not know of. */
    private static final String WITHDRAWN = """
            select o.id from orders o join order_withdrawal w on w.order_id = o.id
            where o.party = ? and o.status = 'WITHDRAWN' and w.received_at is null
              and exists (select from locator_reinstatement r where r.order_id = o.id)
            order by o.id""";

    private final Sql sql;
    private final GoAnotherWay ways;

    PassOverParty(Sql sql, GoAnotherWay ways) {
        this.sql = sql;
        this.ways = ways;
    }

    void passOver(@Observes StandingChanged change) {
        switch (change.standing()) {
            case ADMITTED -> {
                // It is asked from now on; what others serve meanwhile stays theirs.
            }
            case SUSPENDED -> passOver(change.party(), SUSPENDED);
            case LEFT -> passOver(change.party(), LEFT);
        }
    }

    private void passOver(String party, String why) {
        for (UUID order : sql.list(ISSUED, row -> Sql.id(row, "id"), party)) {
            ways.abandoned(party, order, why);
        }
        for (UUID order : sql.list(WITHDRAWN, row -> Sql.id(row, "id"), party)) {
            ways.withdrawalAbandoned(party, order, why);
        }
    }
}
