// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.check;

import id.siaga.triage.order.answer.Finding;
import id.siaga.triage.record.Actor;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found at a locator.
 *
 * @param round the last check that was due by then; 0 before the first
 */
public record LocatorFinding(
        UUID locatorId,
        int round,
        Finding finding,
        @Nullable String note,
        Actor by,
        Instant at) {

    /** Whether this says again what that one said. */
    boolean repeats(LocatorFinding last) {
        return round == last.round && finding == last.finding && by.equals(last.by) && Objects.equals(note, last.note);
    }
}
