// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its producer published it.
 *
 * @param id the same for every repetition of this event
 * @param source the producing service, {@code /<service>}
 * @param type {@code id.siaga.<noun>.<past-participle>.v1}
 * @param subject what the event is about
 * @param sequence the subject's version; a lower one than already seen is stale and changes nothing
 * @param audience parties that may know; routing only, it must not leave the suite
 * @param time when it happened
 * @param correlationId what a reader follows through all services
 * @param data JSON as sent
 * @param traceparent W3C trace context of the transaction that caused it, if it was traced
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per event would be paid on the hot path
public record IncomingEvent(
        UUID id,
        String source,
        String type,
        String subject,
        long sequence,
        Set<String> audience,
        Instant time,
        String correlationId,
        byte[] data,
        @Nullable String traceparent) {

    /** An event of an untraced transaction. */
    public IncomingEvent(
            UUID id,
            String source,
            String type,
            String subject,
            long sequence,
            Set<String> audience,
            Instant time,
            String correlationId,
            byte[] data) {
        this(id, source, type, subject, sequence, audience, time, correlationId, data, null);
    }
}
