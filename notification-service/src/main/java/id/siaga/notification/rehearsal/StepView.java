// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of a rehearsal: what was sent, what should have been answered, what was, and what to do about it. */
public record StepView(
        @Min(1) int number,
        StepKind kind,

        @Schema(description = "What is sent.") @Size(max = 200)
        String sent,

        @Schema(description = "The header webhook-id.") UUID webhookId,

        @Schema(description = "Which answers are right.") @Size(max = 100)
        String expected,

        @Schema(description = "Null as long as it was not sent.") @Nullable
        Instant sentAt,

        @Min(0) @Nullable Integer durationMs,

        @Schema(description = "What was answered; null without an answer.") @Min(100) @Max(999) @Nullable
        Integer httpStatus,

        @Schema(description = "Why there was no answer.") @Size(max = 200) @Nullable
        String error,

        @Schema(description = "The first KiB of the answer's body.") @Size(max = 1024) @Nullable
        String answer,

        @Nullable Verdict verdict,

        @Schema(description = "What to do about it; null where the answer was right.") @Size(max = 500) @Nullable
        String advice) {

    static StepView of(int number, StepKind kind, UUID webhookId, @Nullable StepResult result) {
        if (result == null) {
            return new StepView(
                    number, kind, kind.sent(), webhookId, kind.expected(), null, null, null, null, null, null, null);
        }
        Verdict verdict = Verdict.of(kind, result.httpStatus());
        return new StepView(
                number,
                kind,
                kind.sent(),
                webhookId,
                kind.expected(),
                result.sentAt(),
                Math.toIntExact(result.durationMillis()),
                result.httpStatus(),
                result.error(),
                result.excerpt(),
                verdict,
                advice(kind, verdict, result.httpStatus()));
    }

    private static @Nullable String advice(StepKind kind, Verdict verdict, @Nullable Integer status) {
        if (verdict == Verdict.RIGHT) {
            return null;
        }
        return Verdict.gone(status)
                ? kind.advice() + " 410 says that the endpoint is gone: as an answer to an event it disables it."
                : kind.advice();
    }
}
