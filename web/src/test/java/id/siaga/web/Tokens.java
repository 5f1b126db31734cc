// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** Tokens as the sample parties would get them from the issuer. */
public final class Tokens {

    static final String ISSUER = "siaga";
    // Test resources and tests may live in different class loaders; a JDK type in a JVM-wide place joins them.
    private static final String SIGNER = "siaga.tests.signer";
    private static final long FIVE_MINUTES = 300;

    private Tokens() {}

    static void issuedBy(MockOAuth2Server server, String audience) {
        Function<Map<String, Object>, String> signer = wanted -> {
            Map<String, Object> claims = new HashMap<>(wanted);
            String subject = (String) claims.remove("sub");
            long life = (long) claims.remove("life");
            String forWhom = (String) claims.remove("for");
            return server.issueToken(
                            ISSUER,
                            subject,
                            new DefaultOAuth2TokenCallback(
                                    ISSUER, subject, "JWT", List.of(forWhom.isEmpty() ? audience : forWhom), claims, life))
                    .serialize();
        };
        System.getProperties().put(SIGNER, signer);
    }

    /** A client-credentials token of an organisation. */
    public static String forClient(String party, String... roles) {
        return sign(claims("service-" + party, party, roles));
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
        claims.put("life", -FIVE_MINUTES);
        return sign(claims);
    }

    /** A good token for another service. */
    public static String foreignAudience(String party, String... roles) {
        Map<String, Object> claims = claims("service-" + party, party, roles);
        claims.put("for", "another-service");
        return sign(claims);
    }

    private static Map<String, Object> claims(String subject, String party, String... roles) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", subject);
        claims.put("party", party);
        claims.put("roles", List.of(roles));
        claims.put("life", FIVE_MINUTES);
        claims.put("for", "");
        return claims;
    }

    @SuppressWarnings("unchecked")
    private static String sign(Map<String, Object> claims) {
        return ((Function<Map<String, Object>, String>) System.getProperties().get(SIGNER)).apply(claims);
    }
}
