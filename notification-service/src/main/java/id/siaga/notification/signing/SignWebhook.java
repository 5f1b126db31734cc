// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs a request as Standard Webhooks wants it. */
@ApplicationScoped
public class SignWebhook {

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
                choice.secrets().stream()
                        .map(secret -> WebhookSignature.v1(secret, id, timestamp, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }
}
