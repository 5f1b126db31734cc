// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import id.siaga.sql.Sql;
import id.siaga.triage.event.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells once whenever nobody is on duty any longer; a desk that never began a shift keeps none. */
@ApplicationScoped
class WatchStaff {

    private static final Logger LOG = Logger.getLogger(WatchStaff.class);

    /** One replica looks at a time. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('siaga.desk-gap', 0))";

    private final Sql sql;
    private final Shifts shifts;
    private final Announcements announcements;
    private final Set<String> audience;
    private final Clock clock;

    WatchStaff(
            Sql sql,
            Shifts shifts,
            Announcements announcements,
            @ConfigProperty(name = "siaga.desk.parties") Optional<Set<String>> parties,
            Clock clock) {
        this.sql = sql;
        this.shifts = shifts;
        this.announcements = announcements;
        this.audience = parties.orElse(Set.of());
        this.clock = clock;
    }

    /** Looks, and returns how many are on duty. */
    @Transactional
    int look() {
        sql.list(ALONE, row -> true);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int onDuty = shifts.onDuty(now).size();
        boolean gap = !sql.list("select 1 from desk_gap where ended_at is null", row -> true)
                .isEmpty();
        if (onDuty > 0 && gap) {
            sql.update("update desk_gap set ended_at = ? where ended_at is null", now);
        } else if (onDuty == 0 && !gap) {
            begin(now);
        }
        return onDuty;
    }

    private void begin(Instant now) {
        List<Long> number = sql.list(
                "insert into desk_gap (began_at) select ? where exists (select 1 from shift) returning id",
                row -> row.getLong("id"),
                now);
        if (!number.isEmpty()) {
            LOG.warn("Nobody is on duty at the desk");
            announcements.announce(DeskUnstaffed.news(number.getFirst(), now, audience));
        }
    }
}
