// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
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

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER_TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    Inbox inbox;

    @Inject
    Outbox outbox;

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
        assertEquals(2, count("siaga.deadletter.buried"));
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
    void whatFailsIsToldWhileItDoesAlsoWhereOthersOfTheChannelSucceed() throws Exception {
        // Given
        var broken = new AtomicBoolean(true);
        Thread consumer = Thread.ofVirtual()
                .start(() -> inbox.take(channel, batch(at(1, event(1))), events -> {
                    if (broken.get()) {
                        throw new IllegalStateException("A database that is away");
                    }
                    takeEffect(events);
                }));

        // When
        await().atMost(Duration.ofMinutes(1)).until(() -> failing() > 0);
        inbox.take(channel, batch(at(2, event(2))), this::takeEffect);

        // Then
        assertTrue(failing() > 0, "the other batch still fails");
        broken.set(false);
        consumer.join();
        assertEquals(0, failing());
        assertEquals(2, count("siaga.inbox.taken"));
    }

    @Test
    void howLateAnEventTakesEffectIsMeasuredFromWhatItTellsOf() {
        // When
        OutgoingEvent old = new OutgoingEvent(
                "things",
                channel,
                Uuid7.at(Instant.now()),
                "id.siaga.thing.changed.v1",
                channel,
                1,
                Set.of(),
                channel,
                Instant.now().minusSeconds(100),
                "{}".getBytes(UTF_8));
        inbox.take(channel, batch(at(1, old)), this::takeEffect);

        // Then
        Timer delay = requireNonNull(
                metrics.find("siaga.inbox.delay").tag("channel", channel).timer());
        assertEquals(1, delay.count());
        assertEquals(100, delay.totalTime(TimeUnit.SECONDS), 10);
    }

    @Test
    void whatIsToldGoesOnWithTheTraceOfWhatItBelongsTo() {
        // Given
        ThingStack.parts().topic("traced");
        OutgoingEvent one = about("one");
        OutgoingEvent other = about("other");

        // When
        inbox.take(channel, batch(traced(at(1, one), TRACE), traced(at(2, other), OTHER_TRACE)), events -> {
            outbox.append(told("other"));
            outbox.append(told("one"));
            outbox.append(told("neither"));
        });
        inbox.take(channel, batch(traced(at(3, about("third")), TRACE)), events -> outbox.append(told("alone")));

        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ThingStack.parts().published("traced").size() == 4);
        Map<String, String> traces = ThingStack.parts().published("traced").stream()
                .collect(Collectors.toMap(
                        message -> Parts.header(message, "ce_correlationid"),
                        message -> message.headers().lastHeader("traceparent") == null
                                ? ""
                                : Parts.header(message, "traceparent")));
        assertEquals(Map.of("one", TRACE, "other", OTHER_TRACE, "neither", "", "alone", TRACE), traces);
    }

    private static ConsumerRecord<String, byte[]> traced(ConsumerRecord<String, byte[]> message, String trace) {
        message.headers().add("traceparent", trace.getBytes(UTF_8));
        return message;
    }

    private static OutgoingEvent about(String correlation) {
        return correlated("things", correlation);
    }

    private static OutgoingEvent told(String correlation) {
        return correlated("traced", correlation);
    }

    private static OutgoingEvent correlated(String topic, String correlation) {
        return new OutgoingEvent(
                topic,
                correlation,
                Uuid7.at(Instant.now()),
                "id.siaga.thing.changed.v1",
                correlation,
                1,
                Set.of(),
                correlation,
                Instant.now(),
                "{}".getBytes(UTF_8));
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

    private double failing() {
        Gauge gauge =
                metrics.find("siaga.inbox.failing").tag("channel", channel).gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    private double count(String name) {
        Counter counter = metrics.find(name).tag("channel", channel).counter();
        return counter == null ? Double.NaN : counter.count();
    }
}
