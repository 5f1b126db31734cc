// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the running Keycloak for tokens, as anybody would. */
final class TokenEndpoint {

    private static final JsonMapper JSON = new JsonMapper();

    private final Endpoints endpoints;

    TokenEndpoint(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    JsonNode claimsFor(Endpoints.Client client, String scope) throws IOException, InterruptedException {
        return claims(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client.clientId(),
                "client_secret",
                client.clientSecret(),
                "scope",
                scope));
    }

    JsonNode claimsFor(Endpoints.Person person, String scope) throws IOException, InterruptedException {
        return claims(Map.of(
                "grant_type", "password",
                "client_id", person.clientId(),
                "username", person.username(),
                "password", person.password(),
                "scope", scope));
    }

    int statusOf(Map<String, String> form) throws IOException, InterruptedException {
        return post(form).statusCode();
    }

    private JsonNode claims(Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> response = post(form);
        if (response.statusCode() != 200) {
            throw new IOException(response.body());
        }
        String token = JSON.readTree(response.body()).path("access_token").asText();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private HttpResponse<String> post(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoints.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
