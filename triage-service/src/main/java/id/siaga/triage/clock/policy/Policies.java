// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.ClockSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The limits that clocks are started with. */
@ApplicationScoped
public class Policies {

    private final Sql sql;

    Policies(Sql sql) {
        this.sql = sql;
    }

    public Optional<Policy> choose(ClockKind kind, ClockSubject subject) {
        return Policy.choose(of(kind), subject);
    }

    /** All of a kind; a handful, so that one reading serves a batch of subjects. */
    public List<Policy> of(ClockKind kind) {
        return sql.list(
                """
                select code, instrument, category, law, platform, urgent, limit_seconds, after_wait
                from clock_policy where kind = ?""",
                row -> new Policy(
                        row.getString("code"),
                        row.getString("instrument"),
                        row.getString("category"),
                        row.getString("law"),
                        row.getString("platform"),
                        row.getObject("urgent", Boolean.class),
                        Duration.ofSeconds(row.getInt("limit_seconds")),
                        AfterWait.valueOf(row.getString("after_wait"))),
                kind);
    }
}
