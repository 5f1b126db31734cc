// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: attributes in headers, JSON in the value. */
final class CloudEventHeaders {

    static final TextMapGetter<String> TRACEPARENT_ONLY = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return "traceparent".equals(key) ? carrier : null;
        }
    };

    private static final String JSON = "application/json";

    private CloudEventHeaders() {}

    static List<Header> of(String service, OutgoingEvent event, Context trace) {
        var headers = new ArrayList<Header>();
        headers.add(StoredHeader.of("content-type", JSON));
        headers.add(StoredHeader.of("ce_specversion", "1.0"));
        headers.add(StoredHeader.of("ce_id", event.id().toString()));
        headers.add(StoredHeader.of("ce_source", "/" + service));
        headers.add(StoredHeader.of("ce_type", event.type()));
        headers.add(StoredHeader.of("ce_time", event.time().toString()));
        headers.add(StoredHeader.of("ce_subject", event.subject()));
        headers.add(StoredHeader.of("ce_sequence", Long.toString(event.sequence())));
        headers.add(StoredHeader.of("ce_correlationid", event.correlationId()));
        headers.add(StoredHeader.of("ce_audience", String.join(",", new TreeSet<>(event.audience()))));
        W3CTraceContextPropagator.getInstance().inject(trace, headers, (into, key, value) -> {
            if (into != null && "traceparent".equals(key)) {
                into.add(StoredHeader.of(key, value));
            }
        });
        return headers;
    }

    static IncomingEvent read(ConsumerRecord<String, byte[]> message) {
        byte[] data = message.value();
        if (data == null) {
            throw new UnreadableEvent("no data");
        }
        is("1.0", "ce_specversion", required(message, "ce_specversion"));
        is(
                JSON,
                "content-type",
                required(message, "content-type").split(";", 2)[0].strip());
        return new IncomingEvent(
                id(required(message, "ce_id")),
                filled(message, "ce_source"),
                filled(message, "ce_type"),
                filled(message, "ce_subject"),
                sequence(required(message, "ce_sequence")),
                audience(required(message, "ce_audience")),
                time(required(message, "ce_time")),
                required(message, "ce_correlationid"),
                data,
                optional(message, "traceparent"));
    }

    private static void is(String expected, String header, String value) {
        if (!expected.equals(value)) {
            throw new UnreadableEvent(header + " is not " + expected);
        }
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            // fromString also takes shortened forms, of which two spell one id
            is(id.toString(), "ce_id", text);
            return id;
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("ce_id is no UUID", e);
        }
    }

    private static long sequence(String text) {
        try {
            long sequence = Long.parseLong(text);
            if (sequence < 0) {
                throw new UnreadableEvent("ce_sequence is negative");
            }
            return sequence;
        } catch (NumberFormatException e) {
            throw new UnreadableEvent("ce_sequence is no number", e);
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEvent("ce_time is no RFC 3339 time", e);
        }
    }

    private static Set<String> audience(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(new TreeSet<>(List.of(text.split(","))));
    }

    private static String filled(ConsumerRecord<String, byte[]> message, String header) {
        String value = required(message, header);
        if (value.isBlank()) {
            throw new UnreadableEvent(header + " is empty");
        }
        return value;
    }

    private static String required(ConsumerRecord<String, byte[]> message, String header) {
        String value = optional(message, header);
        if (value == null) {
            throw new UnreadableEvent(header + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            String text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value())).toString();
            // CloudEvents forbids them, and PostgreSQL refuses NUL: it would fail again at every try
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new UnreadableEvent(name + " holds control characters");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UnreadableEvent(name + " is not UTF-8", e);
        }
    }
}
