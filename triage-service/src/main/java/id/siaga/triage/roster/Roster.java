// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People come on duty, stay longer, and hand over. */
@ApplicationScoped
public class Roster {

    /** Nobody is on duty for longer; who forgets to hand over must not look as if somebody were there. */
    private static final Duration LONGEST = Duration.ofHours(16);

    private final Shifts shifts;
    private final Clock clock;

    Roster(Shifts shifts, Clock clock) {
        this.shifts = shifts;
        this.clock = clock;
    }

    /**
     * Begins a person's shift. An earlier one that was never handed over ended when it was over.
     *
     * @throws TriageRefusal.AlreadyOnDuty when the person is on duty
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Shift begin(Instant until, Actor by) {
        Instant now = now();
        checkUntil(until, now);
        Shift before = shifts.lockOpen(by).orElse(null);
        if (before != null && !before.onDuty(now)) {
            shifts.end(before.id(), null, before.until());
        }
        Shift shift = new Shift(Uuid7.at(now), by, now, until.truncatedTo(ChronoUnit.MICROS), null, null);
        if (!shifts.begin(shift)) {
            throw new TriageRefusal.AlreadyOnDuty();
        }
        return shift;
    }

    /**
     * Lets a shift end later, or sooner.
     *
     * @throws TriageRefusal.NotOnDuty when it is not the person's own, or was handed over
     */
    @Transactional
    Shift prolong(UUID id, Instant until, Actor by) {
        checkUntil(until, now());
        if (lockOwn(id, by).endedAt() != null) {
            throw new TriageRefusal.NotOnDuty();
        }
        shifts.prolong(id, until.truncatedTo(ChronoUnit.MICROS));
        return shifts.lock(id).orElseThrow();
    }

    /**
     * Ends a shift with what whoever comes next has to know; handed over twice, it stays as it was the first time.
     *
     * @throws TriageRefusal.NotOnDuty when it is not the person's own
     */
    @Transactional
    Shift handOver(UUID id, String note, Actor by) {
        if (lockOwn(id, by).endedAt() == null) {
            shifts.end(id, note, now());
        }
        return shifts.lock(id).orElseThrow();
    }

    /**
     * The person of a shift who is on duty now.
     *
     * @throws TriageRefusal.NotOnDuty when nobody counts on that shift any more
     */
    @Transactional
    public Actor onDuty(UUID id) {
        Shift shift = shifts.lock(id).orElseThrow(TriageRefusal.NotFound::new);
        if (!shift.onDuty(now())) {
            throw new TriageRefusal.NotOnDuty();
        }
        return shift.person();
    }

    @Transactional
    List<Shift> onDuty() {
        return shifts.onDuty(now());
    }

    @Transactional
    List<Shift> page(@Nullable Instant startedAt, @Nullable UUID id, int most) {
        return shifts.page(startedAt, id, most);
    }

    private Shift lockOwn(UUID id, Actor by) {
        Shift shift = shifts.lock(id).orElseThrow(TriageRefusal.NotFound::new);
        if (!shift.person().key().equals(by.key())) {
            throw new TriageRefusal.NotOnDuty();
        }
        return shift;
    }

    private static void checkUntil(Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new InvalidRequest("/until", "must be within the next 16 hours");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
