// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the promise demands of a producer. Where the brokers are and how to log in comes from {@code kafka.*}. */
record ProducerSettings(Map<String, Object> kafka, String service, RelayLimits limits) {

    /** A dead letter is as large as the record was, and its reason comes on top. */
    private static final int MAX_REQUEST = 2 << 20;

    Producer<byte[], byte[]> open(int shard) {
        return new KafkaProducer<>(forShard(shard), new ByteArraySerializer(), new ByteArraySerializer());
    }

    Map<String, Object> forShard(int shard) {
        String id = service + "-outbox-" + shard;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, id);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(limits.request()));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(limits.delivery()));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limits.block().toMillis());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(limits.kafkaTransaction()));
        return settings;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
