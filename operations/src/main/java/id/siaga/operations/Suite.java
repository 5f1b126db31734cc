// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the operator works on: the realm by its Admin REST API, and the services by theirs. Where it is and how to get in is
 * told by environment variables; without them it is the suite on this machine.
 */
public record Suite(Api realm, Map<Service, Api> services) {

    /** A service, by its scope. */
    public enum Service {
        INTAKE,
        TRIAGE,
        NOTIFICATION;

        public String scope() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The built-in scope of Keycloak by which a token carries the rights to administer. */
    private static final String ADMINISTRATION = "roles";

    private static final String ISSUER = "SIAGA_ISSUER";
    private static final String CLIENT = "SIAGA_OPERATOR_CLIENT_ID";
    private static final String SECRET = "SIAGA_OPERATOR_CLIENT_SECRET";
    private static final String SECRET_FILE = "SIAGA_OPERATOR_CLIENT_SECRET_FILE";
    private static final String ENDPOINTS = "SIAGA_ENDPOINTS";

    static Suite of(Map<String, String> environment, HttpClient http) {
        try {
            return environment.containsKey(ISSUER)
                    ? deployed(environment, http)
                    : local(Path.of(environment.getOrDefault(ENDPOINTS, ".siaga/endpoints.json")), http);
        } catch (IOException unread) {
            throw new Failure("cannot be read: " + unread.getMessage());
        }
    }

    private static Suite deployed(Map<String, String> environment, HttpClient http) throws IOException {
        String secret = environment.get(SECRET);
        String file = environment.get(SECRET_FILE);
        if (secret == null) {
            if (file == null) {
                throw new Failure(SECRET_FILE + " is not set: it names a file with the secret of " + CLIENT);
            }
            secret = Files.readString(Path.of(file)).strip();
        }
        Map<Service, String> urls = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            urls.put(service, required(environment, "SIAGA_" + service + "_URL"));
        }
        return of(http, required(environment, ISSUER), required(environment, CLIENT), secret, urls);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new Failure(name + " is not set");
        }
        return value;
    }

    private static Suite local(Path endpoints, HttpClient http) throws IOException {
        if (!Files.exists(endpoints)) {
            throw new Failure("nothing runs here, and " + ISSUER
                    + " is not set to say where it does: ./siaga up, or docs/parties.md");
        }
        JsonNode facts = new JsonMapper().readTree(Files.readString(endpoints));
        Map<Service, String> urls = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            urls.put(
                    service,
                    facts.path("services")
                            .path(service.scope() + "-service")
                            .path("url")
                            .asText());
        }
        JsonNode operator = facts.path("operator");
        return of(
                http,
                facts.path("issuer").asText(),
                operator.path("clientId").asText(),
                operator.path("clientSecret").asText(),
                urls);
    }

    private static Suite of(HttpClient http, String issuer, String client, String secret, Map<Service, String> urls) {
        String realm = issuer.replaceFirst("/$", "");
        Tokens tokens = new Tokens(http, URI.create(realm + "/protocol/openid-connect/token"), client, secret);
        Map<Service, Api> services = new EnumMap<>(Service.class);
        urls.forEach((service, url) -> services.put(
                service, new Api(http, service.scope(), url.replaceFirst("/$", ""), tokens, service.scope())));
        String administration = realm.replaceFirst("/realms/([^/]+)$", "/admin/realms/$1");
        return new Suite(new Api(http, "the realm", administration, tokens, ADMINISTRATION), services);
    }

    public Api service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** The services, in one order. */
    public static List<Service> all() {
        return List.of(Service.values());
    }
}
