// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveryOutcome;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.egress.WebhookClient;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import id.siaga.notification.signing.WebhookSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** One attempt: signs the stored bytes for this moment and posts them. */
@ApplicationScoped
class SendWebhook {

    private final WebhookClient client;
    private final Clock clock;

    SendWebhook(WebhookClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    DeliveryOutcome send(ClaimedDelivery delivery, Target target) throws InterruptedException {
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // The event's id and nothing of the attempt: a receiver drops repetitions by it.
        String id = delivery.eventId().toString();
        long timestamp = startedAt.getEpochSecond();
        // Its owner's headers first: none of them may stand where ours do.
        Map<String, String> headers = new HashMap<>(target.headers());
        headers.put("content-type", "application/cloudevents+json; charset=utf-8");
        headers.put("user-agent", "Siaga/1");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put("webhook-signature", WebhookSignature.v1(target.secret(), id, timestamp, delivery.body()));
        WebhookAnswer answer = client.post(target.url(), headers, delivery.body());
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
