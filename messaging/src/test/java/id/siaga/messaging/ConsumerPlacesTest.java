// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ThingStack.class)
class ConsumerPlacesTest {

    private static final String TOPIC = "things";
    private static final Duration SOON = Duration.ofMinutes(1);

    @Inject
    ConsumerPlaces places;

    @Test
    void whatAKilledRelayLeftWaitsForNobody() throws Exception {
        // Given
        tellOfEachPartition("before");
        await().atMost(SOON).until(() -> gap() == 0);

        // When
        abortATransaction();

        // Then
        assertTrue(gap() > 0, "nothing was left");
        assertEquals(0, waiting());

        // and what is told next lies behind it
        tellOfEachPartition("after");
        await().atMost(SOON).until(() -> gap() == 0);
        assertEquals(0, waiting());
    }

    private long waiting() {
        return places.all().stream().mapToLong(ConsumerPlaces.Place::waiting).sum();
    }

    /** What the offsets alone would say. */
    private static long gap() throws Exception {
        return ThingStack.parts().lag("messaging-test.things-in", TOPIC);
    }

    private static void tellOfEachPartition(String when) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            for (TopicPartition one : Parts.partitions(TOPIC)) {
                ProducerRecord<byte[], byte[]> event = OutboxRow.of(
                                "test", Parts.event(TOPIC, when + "-the-death-" + one.partition(), 1))
                        .message();
                producer.send(new ProducerRecord<>(TOPIC, one.partition(), event.key(), event.value(), event.headers()))
                        .get();
            }
        }
    }

    /** With a record in each partition. */
    private static void abortATransaction() throws Exception {
        try (KafkaProducer<byte[], byte[]> relay = producer(Map.of("transactional.id", "a-relay-that-dies"))) {
            relay.initTransactions();
            relay.beginTransaction();
            for (TopicPartition one : Parts.partitions(TOPIC)) {
                relay.send(new ProducerRecord<>(TOPIC, one.partition(), new byte[1], new byte[100]))
                        .get();
            }
            relay.abortTransaction();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", ThingStack.parts().bootstrap());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
