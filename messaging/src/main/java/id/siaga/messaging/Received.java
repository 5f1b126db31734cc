// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A Kafka record, and the event in it or the reason why there is none. */
record Received(
        ConsumerRecord<String, byte[]> message,
        @Nullable IncomingEvent event,
        @Nullable UnreadableEvent fault) {

    static Received of(ConsumerRecord<String, byte[]> message) {
        try {
            return new Received(message, CloudEventHeaders.read(message), null);
        } catch (UnreadableEvent fault) {
            return new Received(message, null, fault);
        }
    }
}
