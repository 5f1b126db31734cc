// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A step that is to be played; all that is sent follows from it, so that it is the same when it is played again.
 *
 * @param eventId what is sent as {@code webhook-id}
 * @param orderId the order that its event is about, which does not exist
 * @param startedAt when the rehearsal began
 */
@RegisterForReflection // for Jackson, where what writes an event takes it
record Step(
        UUID rehearsalId,
        UUID endpointId,
        String party,
        int number,
        StepKind kind,
        UUID eventId,
        UUID orderId,
        Instant startedAt) {}
