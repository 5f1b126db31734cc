// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import id.siaga.triage.record.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's time on duty.
 *
 * @param until from when on nobody counts on it, unless it is prolonged
 * @param endedAt when it was handed over
 * @param note what whoever comes next has to know
 */
public record Shift(
        UUID id,
        Actor person,
        Instant startedAt,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable String note) {

    /** Whether its person is there. */
    public boolean onDuty(Instant now) {
        return endedAt == null && until.isAfter(now);
    }
}
