// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ThingStack.class)
class ConsumerPlacesTest {

    private static final String TOPIC = "things";
    private static final String TOLD = "told-before-the-death";
    private static final Duration SOON = Duration.ofMinutes(1);

    @Inject
    Effects effects;

    @Inject
    ConsumerPlaces places;

    @Test
    void whatAKilledRelayLeftWaitsForNobody() throws SQLException {
        // Given
        ThingStack.parts().commit(TOPIC, TOLD, 1, 5);
        await().atMost(SOON).until(() -> effects.on(TOLD).size() == 5);
        await().atMost(SOON).until(() -> waiting() == 0);

        // When
        abortATransaction();

        // Then
        assertEquals(0, waiting());
    }

    private long waiting() {
        return places.all().stream().mapToLong(ConsumerPlaces.Place::waiting).sum();
    }

    /** With a record in each partition. */
    private static void abortATransaction() {
        try (KafkaProducer<String, byte[]> relay = new KafkaProducer<>(
                Map.of("bootstrap.servers", ThingStack.parts().bootstrap(), "transactional.id", "a-relay-that-dies"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            relay.initTransactions();
            relay.beginTransaction();
            for (TopicPartition one : Parts.partitions(TOPIC)) {
                var unused = relay.send(new ProducerRecord<>(TOPIC, one.partition(), "key", new byte[100]));
            }
            relay.flush();
            relay.abortTransaction();
        }
    }
}
