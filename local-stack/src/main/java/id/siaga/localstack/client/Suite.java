// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where the suite listens and who may call it: what {@code .siaga/endpoints.json} tells any script. */
public record Suite(URI tokenEndpoint, Map<Service, URI> services, Map<String, Identity> identities) {

    public static Suite read(Path endpoints) throws IOException {
        return of(Json.parse(Files.readAllBytes(endpoints)));
    }

    /** The suite of what such a file says. */
    public static Suite of(JsonNode file) {
        Map<Service, URI> services = new HashMap<>();
        for (Service service : Service.values()) {
            String url = file.path("services").path(service.id()).path("url").asText();
            if (!url.isEmpty()) {
                services.put(service, URI.create(url));
            }
        }
        Map<String, Identity> identities = new HashMap<>();
        file.path("clients").properties().forEach(client -> {
            JsonNode facts = client.getValue();
            identities.put(
                    client.getKey(),
                    new Identity(
                            client.getKey(),
                            facts.path("party").asText(),
                            facts.path("clientId").asText(),
                            facts.path("clientSecret").asText(),
                            null,
                            null));
        });
        file.path("persons").properties().forEach(person -> {
            JsonNode facts = person.getValue();
            identities.put(
                    person.getKey(),
                    new Identity(
                            person.getKey(),
                            facts.path("party").asText(),
                            facts.path("clientId").asText(),
                            null,
                            facts.path("username").asText(),
                            facts.path("password").asText()));
        });
        return new Suite(URI.create(file.path("tokenEndpoint").asText()), services, identities);
    }

    public Identity identity(String name) {
        Identity identity = identities.get(name);
        if (identity == null) {
            throw new IllegalArgumentException("the suite knows nobody called " + name);
        }
        return identity;
    }

    public URI resolve(Service service, String path) {
        URI base = services.get(service);
        if (base == null) {
            throw new IllegalArgumentException("the suite runs no " + service.id());
        }
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }
}
