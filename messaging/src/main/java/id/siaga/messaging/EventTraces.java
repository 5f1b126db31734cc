// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries traces over the batch that a transaction takes: what is told in it about a matter goes on with the trace that
 * brought the matter, since one thread cannot be in the traces of all.
 */
@ApplicationScoped
class EventTraces {

    private static final Object TAKEN = new Object();

    /** The spans of one batch, by what their events belong to. */
    static final class Taken {

        private final List<Span> spans = new ArrayList<>();
        private final Map<String, Context> byCorrelation = new HashMap<>();

        private void add(IncomingEvent event, Span span, Context context) {
            spans.add(span);
            byCorrelation.putIfAbsent(event.correlationId(), context);
        }

        /** Of a batch that has brought one trace all is told in it. */
        private @Nullable Context of(String correlationId) {
            Context own = byCorrelation.get(correlationId);
            return own == null && byCorrelation.size() == 1
                    ? byCorrelation.values().iterator().next()
                    : own;
        }

        void committed() {
            spans.forEach(Span::end);
        }

        void rolledBack(Throwable failure) {
            spans.forEach(span -> {
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
                span.end();
            });
        }
    }

    private final Tracer tracer;
    private final TransactionSynchronizationRegistry transaction;

    EventTraces(Instance<OpenTelemetry> telemetry, TransactionSynchronizationRegistry transaction) {
        this.tracer =
                (telemetry.isResolvable() ? telemetry.get() : OpenTelemetry.noop()).getTracer("id.siaga.messaging");
        this.transaction = transaction;
    }

    /** Begins the spans of events that the current transaction takes; whoever runs the transaction ends them. */
    Taken take(String channel, List<IncomingEvent> events) {
        Taken taken = new Taken();
        for (IncomingEvent event : events) {
            if (event.traceparent() != null) {
                Context cause = W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), event.traceparent(), CloudEventHeaders.TRACEPARENT_ONLY);
                Span span = tracer.spanBuilder("take " + event.type())
                        .setSpanKind(SpanKind.CONSUMER)
                        .setParent(cause)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.operation.name", "take")
                        .setAttribute("messaging.message.id", event.id().toString())
                        .setAttribute("siaga.channel", channel)
                        .setAttribute("siaga.correlation", event.correlationId())
                        .startSpan();
                taken.add(event, span, cause.with(span));
            }
        }
        transaction.putResource(TAKEN, taken);
        return taken;
    }

    /** The trace that an event goes on with: its own where it has one, else that of what its transaction takes. */
    Context of(OutgoingEvent event) {
        boolean own = Span.fromContext(event.trace()).getSpanContext().isValid();
        Context taken =
                !own && transaction.getResource(TAKEN) instanceof Taken batch ? batch.of(event.correlationId()) : null;
        return taken == null ? event.trace() : taken;
    }
}
