// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.check;

import id.siaga.triage.order.answer.Finding;
import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a locator once, as its platform and the desk read it.
 *
 * @param check which check was due by then: 1 after an hour, 2 after a day, 3 after a week; 0 before the first
 * @param note for the desk only
 * @param by a platform reads {@code desk}
 */
public record FindingView(
        @Min(0) @Max(3) int check,
        Finding finding,
        @Size(max = 2000) @Nullable String note,
        @Size(max = Actor.LONGEST_SHOWN) String by,
        Instant at) {

    /**
     * As somebody reads it.
     *
     * @param desk whether it is the desk
     */
    public static FindingView of(LocatorFinding found, boolean desk) {
        return new FindingView(
                found.round(),
                found.finding(),
                desk ? found.note() : null,
                desk ? found.by().shown() : "desk",
                found.at());
    }
}
