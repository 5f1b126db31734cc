// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Tokens of the operator's client, one for each API: what one of them is given is of no use at another. */
final class Tokens {

    private final HttpClient http;
    private final URI endpoint;
    private final String client;
    private final String secret;
    private final Map<String, String> byScope = new HashMap<>();

    Tokens(HttpClient http, URI endpoint, String client, String secret) {
        this.http = http;
        this.endpoint = endpoint;
        this.client = client;
        this.secret = secret;
    }

    String of(String scope) {
        return byScope.computeIfAbsent(scope, this::ask);
    }

    private String ask(String scope) {
        String form = "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret)
                + "&scope=" + encoded(scope);
        Answer answer = Api.send(
                http,
                "the issuer of tokens",
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        JsonNode token = answer.body().path("access_token");
        if (answer.status() != 200 || !token.isTextual()) {
            throw new Failure("the issuer gives " + client + " no token for " + scope + ": " + answer.status() + " "
                    + answer.body().path("error_description").asText());
        }
        return token.asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
