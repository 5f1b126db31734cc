// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens, asked for once per identity and service and again shortly before they end. */
public final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final URI tokenEndpoint;
    private final HttpClient http;
    private final Clock clock;
    private final Map<Holder, Held> held = new ConcurrentHashMap<>();

    private record Holder(String name, Service service) {}

    private record Held(String token, Instant until) {}

    public Tokens(URI tokenEndpoint, HttpClient http, Clock clock) {
        this.tokenEndpoint = tokenEndpoint;
        this.http = http;
        this.clock = clock;
    }

    /** A token good for at least a few seconds more. */
    public String bearer(Identity identity, Service service) throws IOException, InterruptedException {
        Holder holder = new Holder(identity.name(), service);
        Held known = held.get(holder);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.token();
        }
        Held fresh = ask(identity, service);
        held.put(holder, fresh);
        return fresh.token();
    }

    /** Drops a token that a service would not take, so that the next call asks anew. */
    public void forget(Identity identity, Service service) {
        held.remove(new Holder(identity.name(), service));
    }

    private Held ask(Identity identity, Service service) throws IOException, InterruptedException {
        Instant asked = clock.instant();
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(tokenEndpoint)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(identity.tokenRequest(service)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = Json.parseLeniently(response.body());
        if (response.statusCode() != 200) {
            throw new IOException("no token for " + identity.name() + ": " + response.statusCode() + " "
                    + body.path("error_description").asText(body.path("error").asText()));
        }
        long seconds = body.path("expires_in").asLong(60);
        // A token that lives shorter than the margin is used for half its life instead of never.
        Duration use = Duration.ofSeconds(Math.max(seconds / 2, seconds - MARGIN.toSeconds()));
        return new Held(body.path("access_token").asText(), asked.plus(use));
    }
}
