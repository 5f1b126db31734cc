// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Sends what a consumer can never take to {@code <service>.<channel>.dlq}, through the outbox and so in the transaction
 * that marks it as taken: key, value and headers as they came, and why and from where.
 */
@ApplicationScoped
class DeadLetters {

    private final InboxTable inbox;
    private final Outbox outbox;

    DeadLetters(InboxTable inbox, Outbox outbox) {
        this.inbox = inbox;
        this.outbox = outbox;
    }

    /** Returns whether the record was not yet in the dead-letter topic. */
    boolean bury(String consumer, ConsumerRecord<String, byte[]> message, UnreadableEvent reason) {
        UUID id = idOf(message);
        if (inbox.take(consumer, List.of(id)).isEmpty()) {
            return false;
        }
        List<Header> headers = new ArrayList<>(List.of(message.headers().toArray()));
        headers.add(StoredHeader.of("dead-letter-reason", reason.reason()));
        headers.add(StoredHeader.of("dead-letter-topic", message.topic()));
        headers.add(StoredHeader.of("dead-letter-partition", Integer.toString(message.partition())));
        headers.add(StoredHeader.of("dead-letter-offset", Long.toString(message.offset())));
        byte[] key = message.key() == null ? null : message.key().getBytes(UTF_8);
        outbox.store(List.of(new OutboxRow(id, consumer + ".dlq", key, message.value(), StoredHeader.write(headers))));
        return true;
    }

    /**
     * Made of where the record lies, not of the event's id, which it may not even have: the record is buried once however
     * often it is read, and its event is not seen as taken when an operator sends it again.
     */
    private static UUID idOf(ConsumerRecord<String, byte[]> message) {
        var digest =
                ByteBuffer.wrap(OutboxRow.sha256(message.topic() + ' ' + message.partition() + ' ' + message.offset()));
        return Uuid7.of(Math.max(0, message.timestamp()), digest.getLong(), digest.getLong());
    }
}
