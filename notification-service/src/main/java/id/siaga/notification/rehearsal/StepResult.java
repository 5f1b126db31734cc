// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step.
 *
 * @param httpStatus null without an answer; then {@code error} says why
 */
record StepResult(
        Instant sentAt,
        long durationMillis,
        @Nullable Integer httpStatus,
        @Nullable String error,
        @Nullable String excerpt) {}
