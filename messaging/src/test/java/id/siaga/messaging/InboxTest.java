// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
@QuarkusTestResource(ThingStack.class)
class InboxTest {

    @Inject
    Inbox inbox;

    @Inject
    Effects effects;

    @Inject
    MeterRegistry metrics;

    private String channel = "";

    @BeforeEach
    void aChannelOfItsOwn(TestInfo test) {
        channel = test.getTestMethod().orElseThrow().getName();
        ThingStack.parts().topic(deadLetterTopic());
    }

    @Test
    void duplicatesInAndAcrossBatchesTakeEffectOnce() throws Exception {
        // Given
        OutgoingEvent first = Parts.event("things", channel, 1);
        OutgoingEvent second = Parts.event("things", channel, 2);
        OutgoingEvent third = Parts.event("things", channel, 3);

        // When
        inbox.take(channel, batch(at(1, first), at(2, second), at(3, first), at(4, second)), this::takeEffect);
        inbox.take(channel, batch(at(3, first), at(4, second), at(5, third)), this::takeEffect);
        inbox.take(channel, batch(at(5, third)), this::takeEffect);

        // Then
        assertEquals(List.of(1L, 2L, 3L), effects.on(channel));
        assertEquals(5, count("siaga.inbox.duplicates"));
    }

    @Test
    void poisonGoesToItsDeadLetterTopicAloneAsItCame() throws Exception {
        // Given
        OutgoingEvent unreadable = unreadable(2);
        ConsumerRecord<String, byte[]> message = at(2, unreadable);
        message.headers().add("x-odd", new byte[] {0, -1}).add("x-odd", null);
        ConsumerRecord<String, byte[]> headless = at(3, Parts.event("things", channel, 3));
        headless.headers().remove("ce_type");

        // When
        var records = batch(at(1, event(1)), message, headless, at(4, event(4)));
        inbox.take(channel, records, this::takeEffect);
        inbox.take(channel, records, this::takeEffect);

        // Then
        assertEquals(List.of(1L, 4L), effects.on(channel));
        List<ConsumerRecord<String, byte[]>> dead = awaitDeadLetters(2);
        ConsumerRecord<String, byte[]> letter = dead.stream()
                .filter(m -> Parts.header(m, "ce_id").equals(unreadable.id().toString()))
                .findAny()
                .orElseThrow();
        assertEquals(message.key(), letter.key());
        assertArrayEquals(message.value(), letter.value());
        Header[] original = message.headers().toArray();
        assertEquals(texts(original), texts(Arrays.copyOf(letter.headers().toArray(), original.length)));
        assertEquals("what it says cannot be read", Parts.header(letter, "dead-letter-reason"));
        assertEquals("things", Parts.header(letter, "dead-letter-topic"));
        assertEquals("0", Parts.header(letter, "dead-letter-partition"));
        assertEquals("2", Parts.header(letter, "dead-letter-offset"));
        assertTrue(dead.stream()
                .anyMatch(m -> Parts.header(m, "dead-letter-reason").equals("ce_type is missing")));
        assertEquals(2, count("siaga.deadletter.count"));
    }

    @Test
    void aDeadLetterThatIsSentAgainIsTriedAgain() throws Exception {
        // Given
        OutgoingEvent unreadable = unreadable(1);
        inbox.take(channel, batch(at(1, unreadable)), this::takeEffect);
        awaitDeadLetters(1);

        // When
        inbox.take(channel, batch(at(7, unreadable)), events -> events.forEach(effects::add));

        // Then
        assertEquals(List.of(1L), effects.on(channel));
    }

    @Test
    void aFaultThatPassesIsRetriedAndNeverDeadLetteredEvenIfOneRecordCausesIt() throws Exception {
        // Given
        var failures = new AtomicInteger(4);

        // When
        inbox.take(channel, batch(at(1, event(1)), at(2, unreadable(2)), at(3, event(3))), events -> {
            for (IncomingEvent event : events) {
                if (event.sequence() == 3 && failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("A deadlock, or something else that passes");
                }
                takeEffect(List.of(event));
            }
        });

        // Then
        assertEquals(List.of(1L, 3L), effects.on(channel));
        assertEquals("2", Parts.header(awaitDeadLetters(1).getFirst(), "ce_sequence"));
    }

    @Test
    void anEventIsHandledInTheTraceOfItsProducer() {
        // Given
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        ConsumerRecord<String, byte[]> message = at(1, event(1));
        message.headers().add("traceparent", trace.getBytes(UTF_8));
        var continued = new ArrayList<String>();

        // When
        inbox.take(
                channel,
                batch(message),
                events -> events.forEach(event -> event.traced(() -> CloudEventHeaders.of("test", event(2)).stream()
                        .filter(header -> header.key().equals("traceparent"))
                        .forEach(header -> continued.add(new String(header.value(), UTF_8))))));

        // Then
        assertEquals(List.of(trace), continued);
    }

    private void takeEffect(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            if (new String(event.data(), UTF_8).contains("unreadable")) {
                throw new UnreadableEvent("what it says cannot be read");
            }
            effects.add(event);
        }
    }

    private OutgoingEvent event(long sequence) {
        return Parts.event("things", channel, sequence);
    }

    private OutgoingEvent unreadable(long sequence) {
        OutgoingEvent event = event(sequence);
        return new OutgoingEvent(
                event.topic(),
                event.keyMaterial(),
                event.id(),
                event.type(),
                event.subject(),
                sequence,
                event.audience(),
                event.correlationId(),
                event.time(),
                "unreadable".getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> at(long offset, OutgoingEvent event) {
        var sent = OutboxRow.of("test", event).message();
        return new ConsumerRecord<>(
                "things",
                0,
                offset,
                event.time().toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new String(sent.key(), UTF_8),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static ConsumerRecords<String, byte[]> batch(ConsumerRecord<String, byte[]>... messages) {
        return new ConsumerRecords<>(Map.of(new TopicPartition("things", 0), List.of(messages)), Map.of());
    }

    private static List<String> texts(Header[] headers) {
        return Arrays.stream(headers)
                .map(header -> header.key() + "=" + Arrays.toString(header.value()))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> awaitDeadLetters(int count) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ThingStack.parts().published(deadLetterTopic()).size() == count);
        return ThingStack.parts().published(deadLetterTopic());
    }

    private String deadLetterTopic() {
        return "messaging-test." + channel + ".dlq";
    }

    private double count(String name) {
        Counter counter = metrics.find(name).tag("channel", channel).counter();
        return counter == null ? Double.NaN : counter.count();
    }
}
