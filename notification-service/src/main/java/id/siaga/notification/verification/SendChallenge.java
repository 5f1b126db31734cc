// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.IncomingEvent;
import id.siaga.notification.delivery.StructuredEvent;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.egress.WebhookClient;
import id.siaga.notification.endpoint.EndpointDirectory;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import id.siaga.notification.signing.SignWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One try: posts the signed challenge and looks whether the answer repeats it. */
@ApplicationScoped
class SendChallenge {

    private static final String TYPE = "id.siaga.endpoint.challenged.v1";

    private final EndpointDirectory endpoints;
    private final SignWebhook sign;
    private final WebhookClient client;
    private final RecordChallenge record;
    private final ObjectMapper json;
    private final Clock clock;

    SendChallenge(
            EndpointDirectory endpoints,
            SignWebhook sign,
            WebhookClient client,
            RecordChallenge record,
            ObjectMapper json,
            Clock clock) {
        this.endpoints = endpoints;
        this.sign = sign;
        this.client = client;
        this.record = record;
        this.json = json;
        this.clock = clock;
    }

    void send(Challenge challenge) throws InterruptedException {
        Optional<Target> target = endpoints.whether(challenge.endpointId());
        if (target.isEmpty()) {
            record.gone(challenge);
            return;
        }
        byte[] body = body(challenge);
        Map<String, String> headers = sign.headers(
                target.get().signing(), target.get().headers(), challenge.id().toString(), clock.instant(), body);
        switch (client.post(challenge.url(), headers, body)) {
            case WebhookAnswer.Answered answered
            when !answered.success() ->
                record.failed(challenge, answered.status(), "the endpoint answered " + answered.status());
            case WebhookAnswer.Answered answered
            when !repeats(answered.excerpt(), challenge) ->
                record.failed(challenge, answered.status(), "the answer does not repeat the challenge");
            case WebhookAnswer.Answered answered -> record.passed(challenge, answered.status());
            case WebhookAnswer.Unanswered unanswered -> record.failed(challenge, null, unanswered.error());
        }
    }

    private boolean repeats(String answer, Challenge challenge) {
        try {
            return challenge
                    .text()
                    .equals(json.readTree(answer).path("challenge").textValue());
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private byte[] body(Challenge challenge) {
        try {
            byte[] data = json.writeValueAsBytes(json.createObjectNode()
                    .put("endpointId", challenge.endpointId().toString())
                    .put("challenge", challenge.text()));
            return StructuredEvent.of(new IncomingEvent(
                            challenge.id(),
                            "/notification-service",
                            TYPE,
                            challenge.id().toString(),
                            1,
                            Set.of(),
                            challenge.requestedAt(),
                            challenge.endpointId().toString(),
                            data))
                    .body();
        } catch (JsonProcessingException ownTree) {
            throw new UncheckedIOException(ownTree);
        }
    }
}
