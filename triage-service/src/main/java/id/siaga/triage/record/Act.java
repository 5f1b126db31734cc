// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded.
 *
 * @param name what was done, in a word or two, such as {@code decision-approved}
 * @param why the reason given, if any
 * @param facts written as JSON: ids and codes, never what a person can be recognised by
 */
public record Act(
        UUID caseId,
        Instant at,
        Actor who,
        String name,
        @Nullable String why,
        Map<String, ?> facts) {}
