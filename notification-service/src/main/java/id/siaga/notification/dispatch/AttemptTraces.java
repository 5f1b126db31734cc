// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveryOutcome;
import id.siaga.notification.delivery.StructuredEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each attempt is a span of the trace that its event belongs to, and its receiver can go on with it. */
@ApplicationScoped
class AttemptTraces {

    private static final String TRACEPARENT = "traceparent";

    private static final TextMapGetter<String> OF_EVENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return Map.of(TRACEPARENT, carrier).keySet();
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return TRACEPARENT.equals(key) ? carrier : null;
        }
    };

    private final Tracer tracer;

    AttemptTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Begins an attempt; of an event without a trace it is nothing that anybody is told. */
    Span begin(ClaimedDelivery delivery) {
        String traceparent = StructuredEvent.traceparent(delivery.body());
        if (traceparent == null) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder("deliver " + delivery.eventType())
                .setSpanKind(SpanKind.CLIENT)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, OF_EVENT))
                .setAttribute("siaga.event", delivery.eventId().toString())
                .setAttribute("siaga.correlation", delivery.correlationId())
                .setAttribute("siaga.attempt", delivery.attempts() + 1L)
                .startSpan();
    }

    /** What a receiver is told of an attempt: the header {@code traceparent}, or nothing. */
    static Map<String, String> headers(Span attempt) {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(attempt), headers, (into, key, value) -> {
            if (into != null && key.equals(TRACEPARENT)) {
                into.put(key, value);
            }
        });
        return headers;
    }

    static void end(Span attempt, DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Failed failed) {
            attempt.setStatus(StatusCode.ERROR, failed.httpStatus() == null ? "unanswered" : "refused");
        }
        attempt.end();
    }
}
