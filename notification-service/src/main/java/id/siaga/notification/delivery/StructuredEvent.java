// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import id.siaga.notification.endpoint.Announcement;
import id.siaga.notification.endpoint.EventAttributes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event as endpoints receive it: CloudEvents 1.0 in structured mode, written once, so that every attempt signs
 * and sends the same bytes. The audience is left behind here: no reader learns who else was told.
 *
 * @param serveBy when an order must have reached its platform, and a canary its party; null for everything else
 * @param attributes what the filters of endpoints look at
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; bytes on their way to a column.
public record StructuredEvent(
        IncomingEvent event, byte[] body, @Nullable Instant serveBy, EventAttributes attributes) {

    /** Where the events that have one say until when they must be served. */
    private static final Map<String, String> SERVE_BY =
            Map.of("id.siaga.order.issued.v1", "/order/serveBy", "id.siaga.canary.forwarded.v1", "/serveBy");

    /** As it is written below; within a text its quotation marks would be escaped. */
    private static final Pattern TRACE = Pattern.compile("\",\"traceparent\":\"([0-9a-f-]{55})\",\"data\":");

    private static final int LONGEST_HEAD = 4_096;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The event as endpoints receive it.
     *
     * @throws UnreadableEvent when the data is not one JSON object, or an order does not say when it must be served
     */
    public static StructuredEvent of(IncomingEvent event) {
        String data = text(event.data());
        JsonNode tree = parse(data);
        return new StructuredEvent(event, body(event, data), serveBy(event, tree), EventAttributes.of(tree));
    }

    /**
     * An event as it was stored, for whoever is to be told it again. When an order must be served is of no matter any more
     * once that time is over.
     */
    static StructuredEvent stored(String body, Instant now) {
        JsonNode tree = parse(body);
        JsonNode data = tree.path("data");
        IncomingEvent event = new IncomingEvent(
                UUID.fromString(tree.path("id").asText()),
                tree.path("source").asText(),
                tree.path("type").asText(),
                tree.path("subject").asText(),
                Long.parseLong(tree.path("sequence").asText()),
                Set.of(),
                Instant.parse(tree.path("time").asText()),
                tree.path("correlationid").asText(),
                data.toString().getBytes(StandardCharsets.UTF_8));
        Instant serveBy = serveBy(event, data);
        return new StructuredEvent(
                event,
                body.getBytes(StandardCharsets.UTF_8),
                serveBy != null && serveBy.isAfter(now) ? serveBy : null,
                EventAttributes.of(data));
    }

    /** The trace of an event as it was stored; it stands before the data, which is not read for it. */
    public static @Nullable String traceparent(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
        Matcher attribute = TRACE.matcher(head);
        return attribute.find() ? attribute.group(1) : null;
    }

    /** As those hear of it who may know. */
    Announcement announcement(Set<String> audience) {
        boolean order = Priority.of(event.type()) == Priority.ORDER;
        return new Announcement(event.id(), event.type(), order, audience, attributes);
    }

    /** When it is said that an order is still undelivered: 80 % of the time to serve it is gone. */
    @Nullable
    Instant failingAt() {
        if (serveBy == null) {
            return null;
        }
        Duration whole = Duration.between(event.time(), serveBy);
        return event.time().plus(whole.multipliedBy(8).dividedBy(10));
    }

    private static String text(byte[] data) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new UnreadableEvent("the data is not UTF-8", notText);
        }
    }

    private static JsonNode parse(String data) {
        try {
            JsonNode tree = JSON.readTree(data);
            if (tree == null || !tree.isObject()) {
                throw new UnreadableEvent("the data is not a JSON object");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw new UnreadableEvent("the data is not well-formed JSON");
        }
    }

    private static @Nullable Instant serveBy(IncomingEvent event, JsonNode data) {
        String place = SERVE_BY.get(event.type());
        if (place == null) {
            return null;
        }
        try {
            return Instant.parse(data.at(place).asText());
        } catch (DateTimeException missing) {
            throw new UnreadableEvent(place + " is no RFC 3339 time", missing);
        }
    }

    private static byte[] body(IncomingEvent event, String data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(event.data().length + 512);
        try (JsonGenerator json = JSON.getFactory().createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.id().toString());
            json.writeStringField("source", event.source());
            json.writeStringField("type", event.type());
            json.writeStringField("subject", event.subject());
            json.writeStringField("time", event.time().toString());
            json.writeStringField("datacontenttype", "application/json");
            // A string, as the CloudEvents extension has it: its integers end at 32 bits.
            json.writeStringField("sequence", Long.toString(event.sequence()));
            json.writeStringField("correlationid", event.correlationId());
            if (event.traceparent() != null) {
                json.writeStringField("traceparent", event.traceparent());
            }
            json.writeFieldName("data");
            // As the producer wrote it: parsing and writing again could change a number or drop a member.
            json.writeRawValue(data);
            json.writeEndObject();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
