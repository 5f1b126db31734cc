// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.waiting;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that an order waited, as its platform and the desk read it.
 *
 * @param ground of an impossibility
 * @param text the platform's question or explanation
 * @param replyBy when the desk has to reply
 * @param reply none yet, or none at all when the platform answered the order instead
 */
public record WaitView(
        WaitKind kind,
        @Nullable ImpossibilityGround ground,
        @Size(max = 5000) String text,
        Instant askedAt,
        Instant replyBy,
        @Size(max = 5000) @Nullable String reply,
        @Nullable Instant repliedAt) {

    public static WaitView of(Wait wait) {
        return new WaitView(
                wait.reason().kind(),
                wait.reason().ground(),
                wait.reason().text(),
                wait.askedAt(),
                wait.replyBy(),
                wait.reply(),
                wait.reply() == null ? null : wait.endedAt());
    }
}
