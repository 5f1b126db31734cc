// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who can ask for a token: a party's own client, or a person at the duty desk. */
public record Identity(
        String name,
        String party,
        String clientId,
        @Nullable String clientSecret,
        @Nullable String username,
        @Nullable String password) {

    /** The body of the token request, form-encoded. */
    String tokenRequest(Service service) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", username == null ? "client_credentials" : "password");
        form.put("client_id", clientId);
        form.put("scope", service.scope());
        if (clientSecret != null) {
            form.put("client_secret", clientSecret);
        }
        if (username != null && password != null) {
            form.put("username", username);
            form.put("password", password);
        }
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** How this one is named to people who watch: a person with the organisation, a party's client by itself. */
    public String shown() {
        return name.equals(party) ? name : name + " (" + party + ")";
    }

    @Override
    public String toString() {
        return shown();
    }
}
