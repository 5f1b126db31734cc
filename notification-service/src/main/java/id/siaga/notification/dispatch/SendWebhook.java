// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.delivery.ClaimedDelivery;
import id.siaga.notification.delivery.DeliveryOutcome;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.egress.WebhookClient;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import id.siaga.notification.signing.SignWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** One attempt: signs the stored bytes for this moment and posts them. */
@ApplicationScoped
class SendWebhook {

    private final SignWebhook sign;
    private final WebhookClient client;
    private final Clock clock;

    SendWebhook(SignWebhook sign, WebhookClient client, Clock clock) {
        this.sign = sign;
        this.client = client;
        this.clock = clock;
    }

    DeliveryOutcome send(ClaimedDelivery delivery, Target target) throws InterruptedException {
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> headers = sign.headers(
                target.signing(), target.headers(), delivery.eventId().toString(), startedAt, delivery.body());
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
