// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An event to be published with the transaction that caused it.
 *
 * @param topic the Kafka topic, which must exist
 * @param keyMaterial what decides the partition, and with it the order; only its SHA-256 leaves the service
 * @param id UUIDv7, the same for every repetition of this event
 * @param type {@code id.siaga.<noun>.<past-participle>.v1}
 * @param subject what the event is about; events of one subject share their key material
 * @param sequence the subject's version, taken under its row lock
 * @param audience parties that may know, {@code *} for every partner, empty for nobody outside
 * @param correlationId what a reader follows through all services
 * @param time when it happened
 * @param data JSON, at most {@value #MAX_DATA} bytes
 * @param trace what the event is a part of, and its readers go on with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per event would be paid on the hot path
public record OutgoingEvent(
        String topic,
        String keyMaterial,
        UUID id,
        String type,
        String subject,
        long sequence,
        Set<String> audience,
        String correlationId,
        Instant time,
        byte[] data,
        Context trace) {

    /** Below Kafka's own limit of 1 MiB with room for headers: a record the broker refuses would hold up its shard. */
    public static final int MAX_DATA = 900_000;

    /** An event of the current trace. */
    public OutgoingEvent(
            String topic,
            String keyMaterial,
            UUID id,
            String type,
            String subject,
            long sequence,
            Set<String> audience,
            String correlationId,
            Instant time,
            byte[] data) {
        this(topic, keyMaterial, id, type, subject, sequence, audience, correlationId, time, data, Context.current());
    }

    /** Refuses what a reader would have to dead-letter. */
    public OutgoingEvent {
        audience = Set.copyOf(audience);
        require(!topic.isBlank(), "topic");
        require(id.version() == 7, "id");
        require(!type.isBlank() && isPlain(type), "type");
        require(!subject.isBlank() && isPlain(subject), "subject");
        require(isPlain(correlationId), "correlationId");
        require(sequence >= 0, "sequence");
        require(audience.stream().allMatch(p -> !p.isBlank() && isPlain(p) && p.indexOf(',') < 0), "audience");
        require(data.length <= MAX_DATA, "data");
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String attribute) {
        if (!holds) {
            throw new IllegalArgumentException("An event with an invalid " + attribute + " cannot be published");
        }
    }
}
