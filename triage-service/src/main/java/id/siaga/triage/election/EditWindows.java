// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.election;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operator enters elections; what was reported before keeps the limits that it had. */
@ApplicationScoped
public class EditWindows {

    private final WindowTable table;
    private final Clock clock;

    EditWindows(WindowTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ElectionWindow add(ElectionWindowRequest request, Actor by) {
        request.check();
        Instant now = now();
        UUID id = Uuid7.at(now);
        table.store(id, 0, request, by, now);
        return one(id);
    }

    @Transactional
    ElectionWindow change(UUID id, ElectionWindowRequest request, Revision.Condition condition, Actor by) {
        request.check();
        ElectionWindow before = table.lock(id).orElseThrow(TriageRefusal.NotFound::new);
        condition.check(before.version());
        table.store(id, before.version() + 1, request, by, now());
        return one(id);
    }

    @Transactional
    ElectionWindow one(UUID id) {
        return table.find(id).orElseThrow(TriageRefusal.NotFound::new);
    }

    @Transactional
    List<ElectionWindow> page(@Nullable Instant startsAt, @Nullable UUID id, int most) {
        return table.page(startsAt, id, most);
    }

    @Transactional
    List<ElectionWindow> history(UUID id, @Nullable Long before, int most) {
        one(id);
        return table.history(id, before, most);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
