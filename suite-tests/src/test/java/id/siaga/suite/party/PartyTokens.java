// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Tokens as a party gets them that proves by a key who it is (RFC 7523). */
final class PartyTokens {

    private final HttpClient http;
    private final URI tokenEndpoint;

    PartyTokens(HttpClient http, URI tokenEndpoint) {
        this.http = http;
        this.tokenEndpoint = tokenEndpoint;
    }

    /** Nothing when the issuer gives none. */
    Optional<String> byKey(String party, Path pem, String scope) throws Exception {
        return ask("grant_type=client_credentials&client_id=" + party + "&scope=" + scope
                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
                + assertion(party, pem));
    }

    Optional<String> bySecret(String party, String secret, String scope) throws IOException, InterruptedException {
        return ask("grant_type=client_credentials&client_id=" + party + "&scope=" + scope + "&client_secret=" + secret);
    }

    Optional<String> ask(String form) throws IOException, InterruptedException {
        String body = http.send(
                        HttpRequest.newBuilder(tokenEndpoint)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        JsonNode token = new ObjectMapper().readTree(body).path("access_token");
        return Optional.of(token).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private String assertion(String party, Path pem) throws IOException, GeneralSecurityException, JoseException {
        String issuer = tokenEndpoint.toString().replace("/protocol/openid-connect/token", "");
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(party);
        claims.setSubject(party);
        claims.setAudience(issuer);
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(0.5f);
        PrivateKey key = key(pem);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setKeyIdHeaderValue(id(key));
        signature.setAlgorithmHeaderValue("RS256");
        return signature.getCompactSerialization();
    }

    private static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
        String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static String id(PrivateKey key) throws GeneralSecurityException, JoseException {
        RSAPrivateCrtKey whole = (RSAPrivateCrtKey) key;
        return PublicJsonWebKey.Factory.newPublicJwk(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent())))
                .calculateBase64urlEncodedThumbprint("SHA-256");
    }
}
