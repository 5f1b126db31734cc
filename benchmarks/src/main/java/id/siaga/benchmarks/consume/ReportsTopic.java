// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.consume;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** intake's topic, filled as intake fills it. */
public final class ReportsTopic implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Clock clock;
    private final String mark;
    private int made;

    public ReportsTopic(String brokers, Clock clock) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.clock = clock;
        // Apart from those of a run before.
        this.mark = "b" + Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    /** The word that each of its contents has, and each of an earlier run has not. */
    public String mark() {
        return mark;
    }

    /** How many reports it has been given. */
    public int made() {
        return made;
    }

    /** Publishes as many reports, and tells the last item of each partition, before which all others of it come. */
    public Collection<UUID> publish(int reports) throws Exception {
        List<UUID> items = new ArrayList<>(reports);
        List<Future<RecordMetadata>> sent = new ArrayList<>(reports);
        for (int i = 0; i < reports; i++) {
            made++;
            SampleEvent event = SampleEvent.of(mark, made, clock.instant());
            items.add(event.itemId());
            sent.add(producer.send(event.message()));
        }
        Map<Integer, UUID> last = new HashMap<>();
        for (int i = 0; i < reports; i++) {
            last.put(sent.get(i).get().partition(), items.get(i));
        }
        return last.values();
    }

    @Override
    public void close() {
        producer.close();
    }
}
