// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A party's receiver, with the library that Standard Webhooks publishes. */
final class Receiver {

    private final Webhook webhook;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, String> types = new ConcurrentHashMap<>();

    Receiver(String secret) {
        webhook = new Webhook(secret);
    }

    long orders() {
        return types.values().stream().filter(Script.ISSUED::equals).count();
    }

    long withdrawn() {
        return types.values().stream().filter(Script.WITHDRAWN::equals).count();
    }

    /** As it should be. */
    Reply take(Received request) {
        if (!isSigned(request.text(), request.headers())) {
            return Reply.status(401);
        }
        if (seen.add(request.id())) {
            types.put(request.id(), JsonPath.from(request.text()).getString("type"));
        }
        return Reply.status(204);
    }

    /** Only the first signature, nothing twice, nothing unknown, and gone for whoever forges. */
    Reply takeStrictly(Received request) {
        Map<String, String> headers = new ConcurrentHashMap<>(request.headers());
        headers.computeIfPresent("Webhook-signature", (name, all) -> all.split(" ", 2)[0]);
        if (!isSigned(request.text(), headers)) {
            return Reply.status(410);
        }
        if (!seen.add(request.id())) {
            return Reply.status(409);
        }
        boolean known = JsonPath.from(request.text()).getString("type").startsWith("id.siaga.order.");
        return Reply.status(known ? 204 : 400);
    }

    private boolean isSigned(String body, Map<String, String> headers) {
        try {
            webhook.verify(
                    body,
                    HttpHeaders.of(
                            headers.entrySet().stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                            (name, value) -> true));
            return true;
        } catch (WebhookVerificationException forged) {
            return false;
        }
    }
}
