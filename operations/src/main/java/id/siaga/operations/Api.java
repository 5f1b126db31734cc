// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One HTTP API, called with the operator's token for it. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String name;
    private final String url;
    private final Tokens tokens;
    private final String scope;

    Api(HttpClient http, String name, String url, Tokens tokens, String scope) {
        this.http = http;
        this.name = name;
        this.url = url;
        this.tokens = tokens;
        this.scope = scope;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /**
     * Whatever is answered.
     *
     * @param body null for none
     */
    public Answer send(String method, String path, @Nullable JsonNode body) {
        BodyPublisher bytes = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return send(
                http,
                name,
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + tokens.of(scope))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, application/problem+json")
                        .method(method, bytes));
    }

    static Answer send(HttpClient http, String name, HttpRequest.Builder building) {
        HttpRequest request = building.timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    request.method() + " " + request.uri().getPath() + " of " + name,
                    response.statusCode(),
                    parsed(response.body()));
        } catch (IOException unanswered) {
            throw new Failure("%s does not answer at %s (%s). What was done stays done: give the command again"
                    .formatted(name, request.uri(), unanswered));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
