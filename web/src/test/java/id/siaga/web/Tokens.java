// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens as the sample parties would get them from the issuer of {@link ServiceStack}. */
public final class Tokens {

    // Test resources and tests may live in different class loaders; system properties are strings in one place.
    private static final String ISSUER = "siaga.tests.issuer";
    private static final String AUDIENCE = "siaga.tests.audience";
    private static final long FIVE_MINUTES = 300;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Tokens() {}

    static void issuedBy(TestIssuer issuer, String audience) {
        System.setProperty(ISSUER, issuer.url());
        System.setProperty(AUDIENCE, audience);
    }

    /** A client-credentials token of an organisation. */
    public static String forClient(String party, String... roles) {
        return sign(claims("service-" + party, party, roles));
    }

    /** A client-credentials token of a part of an organisation. */
    public static String forUnit(String party, String unit, String... roles) {
        Map<String, Object> claims = claims("service-" + party, party, roles);
        claims.put("unit", unit);
        return sign(claims);
    }

    /** A token that a human being of the organisation holds. */
    public static String forPerson(String party, String name, String... roles) {
        Map<String, Object> claims = claims(name, party, roles);
        claims.put("actor", "person");
        return sign(claims);
    }

    /** A token that was good until a while ago. */
    public static String expired(String party, String... roles) {
        Map<String, Object> claims = claims("service-" + party, party, roles);
        claims.put("exp", now() - FIVE_MINUTES);
        return sign(claims);
    }

    /** A client-credentials token that is good for a while yet. */
    public static String endingIn(Duration left, String party, String... roles) {
        Map<String, Object> claims = claims("service-" + party, party, roles);
        claims.put("exp", now() + left.toSeconds());
        return sign(claims);
    }

    /** A good token for another service. */
    public static String foreignAudience(String party, String... roles) {
        Map<String, Object> claims = claims("service-" + party, party, roles);
        claims.put("aud", "another-service");
        return sign(claims);
    }

    private static Map<String, Object> claims(String subject, String party, String... roles) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", subject);
        claims.put("aud", System.getProperty(AUDIENCE, "ServiceStack has not started"));
        claims.put("party", party);
        claims.put("roles", List.of(roles));
        claims.put("iat", now() - 2 * FIVE_MINUTES);
        claims.put("exp", now() + FIVE_MINUTES);
        return claims;
    }

    private static long now() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    private static String sign(Map<String, Object> claims) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(System.getProperty(ISSUER) + "/token"))
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(claims)))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException(exception);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
