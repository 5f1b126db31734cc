// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A Kafka record on its way, whatever it means: an event or a dead letter. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(UUID eventId, String topic, byte @Nullable [] key, byte @Nullable [] value, byte[] headers) {

    /**
     * Shards are made of slots, so that rows stay reachable when the number of shards changes. More would be of no use:
     * a shard is a thread and a producer.
     */
    static final int SLOTS = 64;

    static OutboxRow of(String service, OutgoingEvent event) {
        return of(service, event, event.trace());
    }

    static OutboxRow of(String service, OutgoingEvent event, Context trace) {
        byte[] key = HexFormat.of().formatHex(sha256(event.keyMaterial())).getBytes(UTF_8);
        return new OutboxRow(
                event.id(),
                event.topic(),
                key,
                event.data(),
                StoredHeader.write(CloudEventHeaders.of(service, event, trace)));
    }

    /** Records of one Kafka key share a slot; only they have an order that Kafka keeps. */
    int slot() {
        return Math.floorMod(Arrays.hashCode(key), SLOTS);
    }

    ProducerRecord<byte[], byte[]> message() {
        return new ProducerRecord<>(topic, null, key, value, StoredHeader.read(headers));
    }

    int size() {
        return headers.length + (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
