// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clock runs for, and what its policy is chosen by.
 *
 * @param law the law cited, if any
 * @param urgent whether the short limits apply
 */
public record ClockSubject(
        UUID orderId,
        UUID caseId,
        String instrument,
        String category,
        @Nullable String law,
        boolean urgent) {}
