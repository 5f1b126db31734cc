// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Something that intake publishes: the key, headers and bytes that it promises. */
public interface Published {

    String TOPIC = "intake.report.v1";

    /** Beyond what the broker gives to records that it carries itself. */
    AtomicLong OFFSETS = new AtomicLong(1_000_000);

    String kafkaKey();

    Map<String, String> headers();

    byte[] value();

    /** A batch as the consumer polls it. */
    static ConsumerRecords<String, byte[]> batch(Collection<? extends Published> events) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        events.forEach(event -> messages.add(event.message(event.value())));
        return batch(messages);
    }

    static ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> messages) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(TOPIC, 0), messages), Map.of());
    }

    /** The event as a record with this value, which may be spoilt. */
    default ConsumerRecord<String, byte[]> message(byte[] bytes) {
        RecordHeaders headers = new RecordHeaders();
        headers().forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        return new ConsumerRecord<>(
                TOPIC,
                0,
                OFFSETS.incrementAndGet(),
                1_700_000_000_000L,
                TimestampType.CREATE_TIME,
                kafkaKey().length(),
                bytes.length,
                kafkaKey(),
                bytes,
                headers,
                Optional.empty());
    }
}
