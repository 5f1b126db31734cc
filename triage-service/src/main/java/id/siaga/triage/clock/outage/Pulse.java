// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says that a replica is alive, and notices when none was: whoever beats first after a gap records the outage, before the
 * pulse is one by which clocks may be fired again. A replica that dies while another lives leaves no gap.
 */
@ApplicationScoped
public class Pulse {

    private static final Logger LOG = Logger.getLogger(Pulse.class);

    private final Sql sql;
    private final Outages outages;
    private final OutageMetrics metrics;
    private final Duration gap;
    private final Clock clock;

    Pulse(
            Sql sql,
            Outages outages,
            OutageMetrics metrics,
            @ConfigProperty(name = "siaga.clock.outage", defaultValue = "30s") Duration gap,
            Clock clock) {
        this.sql = sql;
        this.outages = outages;
        this.metrics = metrics;
        this.gap = gap;
        this.clock = clock;
    }

    /** Returns whether there was an outage before. */
    @Transactional
    public boolean beat() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.update("insert into pulse (beat_at) values (?) on conflict do nothing", now);
        List<Instant> last = sql.list("select beat_at from pulse for no key update", row -> Sql.time(row, "beat_at"));
        Instant before = last.getFirst();
        boolean outage = now.isAfter(before.plus(gap));
        if (outage) {
            outages.add(Affects.ALL, before, now, "triage-service", "No replica was alive.", Actor.SIAGA, now);
            metrics.recordedByPulse();
            LOG.warnf("No replica was alive from %s to %s; clocks are due later by that", before, now);
        }
        if (now.isAfter(before)) { // another replica's clock may be a little ahead
            sql.update("update pulse set beat_at = ?", now);
        }
        return outage;
    }

    /** Keeps others from recording an outage until the caller's transaction ends. */
    void hold() {
        sql.list("select 1 from pulse for no key update", row -> true);
    }

    /** The oldest pulse by which clocks may be fired. */
    public Instant oldest(Instant now) {
        return now.minus(gap);
    }
}
