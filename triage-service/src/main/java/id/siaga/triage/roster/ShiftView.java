// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's time on duty.
 *
 * @param by the organisation and the person within its issuer
 * @param until from when on nobody counts on it, unless it is prolonged
 * @param endedAt when it ended; null as long as it was not handed over
 * @param note what whoever comes next has to know; null when it was not handed over
 */
public record ShiftView(
        UUID id,
        @Size(max = Actor.LONGEST_SHOWN) String by,
        Instant startedAt,
        Instant until,
        @Nullable Instant endedAt,
        @Size(max = 5000) @Nullable String note) {

    static ShiftView of(Shift shift) {
        return new ShiftView(
                shift.id(), shift.person().shown(), shift.startedAt(), shift.until(), shift.endedAt(), shift.note());
    }
}
