// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to look at.
 *
 * @param contentId the content that it is about, where it is about one
 * @param orderId the order that it is about, where it is about one
 * @param standing how far the case had come when it was raised last, as reporters are told
 * @param times how often it was raised before it was done
 * @param route by which the order is to be served, with SERVE_ORDER; none when the directory has none that is left
 * @param doneBy the organisation and the person within its issuer
 */
public record TaskView(
        UUID id,
        TaskKind kind,
        TaskStatus status,
        UUID caseId,
        @Nullable UUID contentId,
        @Nullable UUID orderId,
        @Nullable TaskRoute route,
        @Size(max = 20) String standing,
        @Min(1) int times,
        Instant raisedAt,
        Instant lastRaisedAt,
        @Nullable Instant doneAt,
        @Size(max = Actor.LONGEST_SHOWN) @Nullable String doneBy,
        @Size(max = 2000) @Nullable String note) {}
