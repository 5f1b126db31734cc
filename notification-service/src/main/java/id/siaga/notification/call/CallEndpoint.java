// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.call;

import id.siaga.notification.egress.EgressConfig;
import id.siaga.notification.egress.WebhookAnswer;
import id.siaga.notification.egress.WebhookClient;
import id.siaga.notification.endpoint.EndpointDirectory.Target;
import id.siaga.notification.oauth.AccessTokens;
import id.siaga.notification.oauth.ClientCredentials;
import id.siaga.notification.oauth.TokenAnswer;
import id.siaga.notification.signing.SignWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Signs an event for this moment, gets a token where the endpoint wants one, and posts it; all within one limit. */
@ApplicationScoped
public class CallEndpoint {

    private static final int UNAUTHORIZED = 401;
    private static final int KEPT = 1024;

    private final SignWebhook sign;
    private final AccessTokens tokens;
    private final WebhookClient client;
    private final Duration limit;

    CallEndpoint(SignWebhook sign, AccessTokens tokens, WebhookClient client, EgressConfig egress) {
        this.sign = sign;
        this.tokens = tokens;
        this.client = client;
        this.limit = egress.totalLimit();
    }

    /**
     * Calls it.
     *
     * @param url the endpoint's, or the one that it is to have
     * @param id the event's, which is the webhook-id
     * @param at when the attempt is made
     */
    public WebhookAnswer call(UUID endpointId, Target target, String url, UUID id, Instant at, byte[] body)
            throws InterruptedException {
        return post(endpointId, target, url, signed(target, id, at, body), body, limit);
    }

    /**
     * As above, at the endpoint's own URL.
     *
     * @param more headers that are not signed
     * @param within how long all of it may take
     */
    public WebhookAnswer call(
            UUID endpointId, Target target, UUID id, Instant at, byte[] body, Map<String, String> more, Duration within)
            throws InterruptedException {
        Map<String, String> headers = signed(target, id, at, body);
        headers.putAll(more);
        return post(endpointId, target, target.url(), headers, body, within);
    }

    private Map<String, String> signed(Target target, UUID id, Instant at, byte[] body) {
        return sign.headers(target.signing(), target.headers(), id.toString(), at, body);
    }

    /** As above, with headers that are signed already, rightly or wrongly. */
    public WebhookAnswer post(UUID endpointId, Target target, String url, Map<String, String> headers, byte[] body)
            throws InterruptedException {
        return post(endpointId, target, url, headers, body, limit);
    }

    private WebhookAnswer post(
            UUID endpointId, Target target, String url, Map<String, String> headers, byte[] body, Duration within)
            throws InterruptedException {
        ClientCredentials credentials = target.credentials();
        if (credentials == null) {
            return client.post(url, headers, body, within, KEPT);
        }
        long startedAt = System.nanoTime();
        // A token URL that hangs leaves time for the call itself, should it answer at last.
        return switch (tokens.get(endpointId, credentials, within.dividedBy(2))) {
            case TokenAnswer.NoToken none -> new WebhookAnswer.Unanswered(none.why());
            case TokenAnswer.Token token -> {
                headers.put("authorization", "Bearer " + token.value());
                Duration left = within.minusNanos(System.nanoTime() - startedAt);
                WebhookAnswer answer = client.post(url, headers, body, left, KEPT);
                if (answer instanceof WebhookAnswer.Answered answered && answered.status() == UNAUTHORIZED) {
                    tokens.drop(endpointId);
                }
                yield answer;
            }
        };
    }
}
