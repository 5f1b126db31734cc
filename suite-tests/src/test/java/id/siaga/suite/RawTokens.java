// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Suite;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Tokens as curl would get them, with whatever scope a test asks for. */
public final class RawTokens {

    private RawTokens() {}

    /** An access token of a client. */
    public static String of(Suite suite, String client, String scope) throws IOException, InterruptedException {
        Identity identity = suite.identity(client);
        String form = "grant_type=client_credentials&client_id=" + identity.clientId() + "&client_secret="
                + identity.clientSecret() + (scope.isEmpty() ? "" : "&scope=" + scope);
        HttpRequest request = HttpRequest.newBuilder(suite.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(body).path("access_token").asText();
        }
    }
}
