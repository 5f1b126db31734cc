// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs a request as Standard Webhooks wants it. */
@ApplicationScoped
public class SignWebhook {

    private final ServiceKeys keys;

    SignWebhook(ServiceKeys keys) {
        this.keys = keys;
    }

    /**
     * The headers of one attempt.
     *
     * @param custom what its owner wants to be sent along; none of it can stand where ours does
     * @param id the event's and nothing of the attempt's: a receiver drops repetitions by it
     * @param at when the attempt is made
     */
    public Map<String, String> headers(
            SigningChoice choice, Map<String, String> custom, String id, Instant at, byte[] body) {
        long timestamp = at.getEpochSecond();
        Map<String, String> headers = new HashMap<>(custom);
        headers.put("content-type", "application/cloudevents+json; charset=utf-8");
        headers.put("user-agent", "Siaga/1");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put(
                "webhook-signature",
                choice.schemes().stream()
                        .flatMap(scheme -> signatures(scheme, choice, id, timestamp, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    private Stream<String> signatures(
            SignatureScheme scheme, SigningChoice choice, String id, long timestamp, byte[] body) {
        return switch (scheme) {
            case V1 -> choice.secrets().stream().map(secret -> WebhookSignature.v1(secret, id, timestamp, body));
            case V1A -> keys.pairs().stream().map(key -> WebhookSignature.v1a(key, id, timestamp, body));
        };
    }
}
