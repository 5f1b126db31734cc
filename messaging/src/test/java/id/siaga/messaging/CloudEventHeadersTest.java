// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudEventHeadersTest {

    private static final OutgoingEvent EVENT = anEvent();

    private static OutgoingEvent anEvent() {
        return new OutgoingEvent(
                "things",
                "youtube:video:dQw4w9WgXcQ",
                UUID.fromString("01937f9e-1b2c-7d3e-8f40-a1b2c3d4e5f6"),
                "id.siaga.thing.changed.v1",
                "thing-1",
                7,
                Set.of("meta", "google"),
                "correlation-1",
                Instant.parse("2024-11-27T07:00:00.123456Z"),
                "{}".getBytes(UTF_8));
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        // When
        IncomingEvent read = CloudEventHeaders.read(received(OutboxRow.of("triage-service", EVENT)));

        // Then
        assertEquals(EVENT.id(), read.id());
        assertEquals("/triage-service", read.source());
        assertEquals(EVENT.type(), read.type());
        assertEquals(EVENT.subject(), read.subject());
        assertEquals(EVENT.sequence(), read.sequence());
        assertEquals(EVENT.audience(), read.audience());
        assertEquals(EVENT.time(), read.time());
        assertEquals(EVENT.correlationId(), read.correlationId());
        assertEquals("{}", new String(read.data(), UTF_8));
        assertNull(read.traceparent());
    }

    @Test
    void theKeyAndTheHeadersNeverHoldTheKeyMaterial() {
        // When
        ProducerRecord<byte[], byte[]> message =
                OutboxRow.of("intake-service", EVENT).message();

        // Then
        assertTrue(new String(message.key(), UTF_8).matches("[0-9a-f]{64}"));
        message.headers().forEach(header -> assertTrue(!new String(header.value(), UTF_8).contains("dQw4w9WgXcQ")));
    }

    @Test
    void theTraceInWhichAnEventWasMadeTravels() throws Exception {
        // Given
        var span = Span.wrap(SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault()));

        // When
        OutgoingEvent event =
                Context.root().with(span).wrap(CloudEventHeadersTest::anEvent).call();
        OutboxRow row = OutboxRow.of("intake-service", event);

        // Then
        assertEquals(
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                CloudEventHeaders.read(received(row)).traceparent());
    }

    @Test
    void emptyAudienceMeansNobody() {
        // Given
        ConsumerRecord<String, byte[]> message = received(OutboxRow.of("intake-service", EVENT));

        // When
        replace(message, "ce_audience", "");

        // Then
        assertEquals(Set.of(), CloudEventHeaders.read(message).audience());
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "content-type, text/xml",
        "ce_id, 1-1-1-1-1",
        "ce_id, 42",
        "ce_source, ' '",
        "ce_type, ''",
        "ce_subject, ''",
        "ce_subject, 'a\u0000b'",
        "ce_sequence, -1",
        "ce_sequence, 99999999999999999999",
        "ce_time, yesterday"
    })
    void aWrongAttributeIsUnreadable(String header, String value) {
        // Given
        ConsumerRecord<String, byte[]> message = received(OutboxRow.of("intake-service", EVENT));

        // When
        replace(message, header, value);

        // Then
        assertThrows(UnreadableEvent.class, () -> CloudEventHeaders.read(message));
    }

    @Test
    void aMissingAttributeBytesThatAreNoTextAndNoDataAreUnreadable() {
        for (String header : List.of("ce_id", "ce_audience", "ce_time", "ce_correlationid", "content-type")) {
            ConsumerRecord<String, byte[]> without = received(OutboxRow.of("intake-service", EVENT));
            without.headers().remove(header);
            assertThrows(UnreadableEvent.class, () -> CloudEventHeaders.read(without), header);
        }
        ConsumerRecord<String, byte[]> bytes = received(OutboxRow.of("intake-service", EVENT));
        bytes.headers().remove("ce_subject").add("ce_subject", new byte[] {(byte) 0xC3, 0x28});
        assertThrows(UnreadableEvent.class, () -> CloudEventHeaders.read(bytes));
        ConsumerRecord<String, byte[]> tombstone = new ConsumerRecord<>("things", 0, 0, "key", null);
        assertThrows(UnreadableEvent.class, () -> CloudEventHeaders.read(tombstone));
    }

    private static void replace(ConsumerRecord<String, byte[]> message, String header, String value) {
        message.headers().remove(header).add(header, value.getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> received(OutboxRow row) {
        ProducerRecord<byte[], byte[]> sent = row.message();
        var message = new ConsumerRecord<>("things", 0, 0, new String(sent.key(), UTF_8), sent.value());
        sent.headers().forEach(message.headers()::add);
        return message;
    }
}
