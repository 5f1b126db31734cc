// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.IncomingEvent;
import id.siaga.notification.call.CallEndpoint;
import id.siaga.notification.delivery.StructuredEvent;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.endpoint.EndpointDirectory;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** One try: posts the signed challenge and looks whether the answer repeats it. */
@ApplicationScoped
class SendChallenge {

    private static final String TYPE = "id.siaga.endpoint.challenged.v1";

    private final EndpointDirectory endpoints;
    private final CallEndpoint endpoint;
    private final RecordChallenge record;
    private final ObjectMapper json;
    private final Clock clock;

    SendChallenge(
            EndpointDirectory endpoints,
            CallEndpoint endpoint,
            RecordChallenge record,
            ObjectMapper json,
            Clock clock) {
        this.endpoints = endpoints;
        this.endpoint = endpoint;
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
        switch (endpoint.call(
                challenge.endpointId(),
                target.get(),
                challenge.url(),
                challenge.id(),
                clock.instant(),
                body(challenge))) {
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
        String data = json.createObjectNode()
                .put("endpointId", challenge.endpointId().toString())
                .put("challenge", challenge.text())
                .toString();
        return StructuredEvent.of(new IncomingEvent(
                        challenge.id(),
                        "/notification-service",
                        TYPE,
                        challenge.id().toString(),
                        1,
                        Set.of(),
                        challenge.requestedAt(),
                        challenge.endpointId().toString(),
                        data.getBytes(UTF_8)))
                .body();
    }
}
