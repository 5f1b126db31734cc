// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.waiting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time that an order waited for the desk.
 *
 * @param reply none while it waits, nor when the platform answered the order instead
 * @param endedAt when the reply or the answer came
 */
public record Wait(
        WaitReason reason,
        Instant askedAt,
        Instant replyBy,
        @Nullable String reply,
        @Nullable Instant endedAt) {

    boolean open() {
        return endedAt == null;
    }
}
