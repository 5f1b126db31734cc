// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this replica may try until its lease ends.
 *
 * @param lane what waits in order: its subject, or the event alone
 * @param lease proves at the end that nobody has taken the lane over meanwhile
 * @param attempts how many were made before
 * @param attemptsBefore how many of these were made before it was queued again, of which the schedule knows nothing
 * @param received whether it has arrived before, and is only repeated
 * @param standing whether another endpoint is told the same, too
 * @param troubled whether its endpoint was failing when it was claimed
 * @param body the bytes to send, the same at every attempt
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; bytes on their way to a socket.
public record ClaimedDelivery(
        UUID id,
        UUID endpointId,
        String party,
        UUID eventId,
        String eventType,
        String subject,
        String lane,
        String correlationId,
        Priority priority,
        UUID lease,
        int attempts,
        int attemptsBefore,
        boolean received,
        @Nullable Instant serveBy,
        Instant queuedAt,
        Standing standing,
        boolean troubled,
        byte[] body) {}
