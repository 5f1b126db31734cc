// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.notification.call.CallEndpoint;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.endpoint.EndpointDirectory;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import id.siaga.notification.signing.SignWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends one step, as rightly or wrongly signed as its kind says, past the queue and the log of deliveries. */
@ApplicationScoped
class PlayStep {

    private static final String SIGNATURE = "webhook-signature";
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final EndpointDirectory endpoints;
    private final Script script;
    private final SignWebhook sign;
    private final CallEndpoint call;
    private final RecordStep record;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlayStep(
            EndpointDirectory endpoints,
            Script script,
            SignWebhook sign,
            CallEndpoint call,
            RecordStep record,
            Clock clock) {
        this.endpoints = endpoints;
        this.script = script;
        this.sign = sign;
        this.call = call;
        this.record = record;
        this.clock = clock;
    }

    void play(Step step) throws InterruptedException {
        Optional<Target> verified = endpoints.verified(step.endpointId());
        if (verified.isEmpty()) {
            record.gone(step);
            return;
        }
        Target target = verified.get();
        byte[] body = script.body(step);
        Instant sentAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        WebhookAnswer answer = call.post(
                step.endpointId(), target, target.url(), headers(step, target, sentAt, body), sent(step, body));
        long millis = Duration.between(sentAt, clock.instant()).toMillis();
        record.played(
                step,
                switch (answer) {
                    case WebhookAnswer.Answered answered ->
                        new StepResult(sentAt, millis, answered.status(), null, answered.excerpt());
                    case WebhookAnswer.Unanswered unanswered ->
                        new StepResult(sentAt, millis, null, unanswered.error(), null);
                });
    }

    private Map<String, String> headers(Step step, Target target, Instant now, byte[] body) {
        Instant signedAt = step.kind() == StepKind.OUT_OF_DATE ? now.minus(LONG_AGO) : now;
        Map<String, String> headers =
                sign.headers(target.signing(), target.headers(), step.eventId().toString(), signedAt, body);
        headers.computeIfPresent(SIGNATURE, (name, right) -> switch (step.kind()) {
            case BAD_SIGNATURE -> nobodys(right);
            case SEVERAL_SIGNATURES -> nobodys(right) + " " + right;
            case ORDER, DUPLICATE, ALTERED_BODY, OUT_OF_DATE, UNKNOWN_TYPE, WITHDRAWAL, SLOW_RETRY -> right;
        });
        return headers;
    }

    /** Signatures of the same schemes and lengths, of no key. */
    private String nobodys(String signatures) {
        return Arrays.stream(signatures.split(" ", -1))
                .map(signature -> signature.split(",", 2))
                .map(parts -> {
                    byte[] bytes = Base64.getDecoder().decode(parts[1]);
                    random.nextBytes(bytes);
                    return parts[0] + "," + Base64.getEncoder().encodeToString(bytes);
                })
                .collect(Collectors.joining(" "));
    }

    private static byte[] sent(Step step, byte[] signed) {
        if (step.kind() != StepKind.ALTERED_BODY) {
            return signed;
        }
        return new String(signed, UTF_8)
                .replace("\"urgent\":false", "\"urgent\":true")
                .getBytes(UTF_8);
    }
}
