// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of tokens that can be discovered, which is all that a start asks for, and of the tokens that a test asks for. */
final class StandInIssuer implements AutoCloseable {

    private static final int KEY_BITS = 2048;
    private static final float MINUTES = 30;

    private final HttpsServer server;
    private final RsaJsonWebKey key;

    StandInIssuer(SSLContext tls) throws IOException, GeneralSecurityException {
        key = key();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        answer("/.well-known/openid-configuration", """
            {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
             "authorization_endpoint": "%1$s/authorization"}\
            """.formatted(url()));
        answer("/keys", "{\"keys\": [%s]}".formatted(key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    private static RsaJsonWebKey key() throws GeneralSecurityException {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
            key.setKeyId("stand-in");
            return key;
        } catch (JoseException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** A token for a service, of a client that acts for a party in a role. */
    String token(String service, String party, String role) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setSubject("client-of-" + party);
        claims.setAudience(service + "-service");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        claims.setStringClaim("party", party);
        claims.setStringListClaim("roles", role);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        return signature.getCompactSerialization();
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
