// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clock runs for, and what its policy is chosen by.
 *
 * @param id the order, case, decision or appeal, as the clock's kind says
 * @param caseId the case itself, or that to which it belongs
 * @param instrument the power that is used, where it is known by then
 * @param law the law cited, if any
 * @param platform the code of the platform that is asked, if one is
 * @param urgent whether the short limits apply
 */
public record ClockSubject(
        UUID id,
        UUID caseId,
        @Nullable String instrument,
        String category,
        @Nullable String law,
        @Nullable String platform,
        boolean urgent) {

    /** A case that nothing was decided about yet. */
    public static ClockSubject ofCase(UUID caseId, String category, boolean urgent) {
        return new ClockSubject(caseId, caseId, null, category, null, null, urgent);
    }
}
