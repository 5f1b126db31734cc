// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.call.CallEndpoint;
import id.siaga.notification.delivery.AttemptLimit;
import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveryOutcome;
import id.siaga.notification.egress.EgressConfig;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One attempt: signs the stored bytes for this moment and posts them. */
@ApplicationScoped
class SendWebhook {

    private final CallEndpoint endpoint;
    private final AttemptTraces traces;
    private final AttemptLimit limit;
    private final Clock clock;

    SendWebhook(CallEndpoint endpoint, AttemptTraces traces, EgressConfig egress, Clock clock) {
        this.endpoint = endpoint;
        this.traces = traces;
        this.limit = new AttemptLimit(egress.totalLimit());
        this.clock = clock;
    }

    DeliveryOutcome send(ClaimedDelivery delivery, Target target) throws InterruptedException {
        Span span = traces.begin(delivery);
        DeliveryOutcome outcome = send(delivery, target, AttemptTraces.headers(span));
        AttemptTraces.end(span, outcome);
        return outcome;
    }

    private DeliveryOutcome send(ClaimedDelivery delivery, Target target, Map<String, String> trace)
            throws InterruptedException {
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        WebhookAnswer answer = endpoint.call(
                delivery.endpointId(),
                target,
                delivery.eventId(),
                startedAt,
                delivery.body(),
                trace,
                limit.of(delivery, startedAt));
        Duration duration = Duration.between(startedAt, clock.instant());
        return switch (answer) {
            case WebhookAnswer.Answered answered
            when answered.success() ->
                new DeliveryOutcome.Received(
                        startedAt,
                        duration,
                        answered.status(),
                        answered.excerpt(),
                        answered.at().truncatedTo(ChronoUnit.MICROS));
            case WebhookAnswer.Answered answered ->
                new DeliveryOutcome.Failed(
                        startedAt,
                        duration,
                        answered.status(),
                        "the endpoint answered " + answered.status(),
                        answered.excerpt(),
                        mayAskToWait(answered.status()) ? answered.retryAfter() : null);
            case WebhookAnswer.Unanswered unanswered ->
                new DeliveryOutcome.Failed(startedAt, duration, null, unanswered.error(), null, null);
        };
    }

    private static boolean mayAskToWait(int status) {
        return status == 429 || status == 503;
    }
}
