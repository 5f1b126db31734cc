// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * An identity provider as far as a resource server sees one: discovery, keys, and tokens with whatever claims a test asks
 * for. The known servers of this kind bring JUnit 4 with them.
 */
final class TestIssuer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final RsaJsonWebKey key;

    TestIssuer() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("tests");
            key.setAlgorithm("RS256");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (JoseException exception) {
            throw new IllegalStateException(exception);
        }
        String discovery = """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token"}""".formatted(url());
        String keys = "{\"keys\": [%s]}".formatted(key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
        server.createContext("/keys", exchange -> answer(exchange, keys));
        server.createContext("/token", exchange -> answer(exchange, sign(exchange)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String sign(HttpExchange exchange) throws IOException {
        Map<String, Object> claims = JSON.readValue(exchange.getRequestBody(), new TypeReference<>() {});
        return Jwt.claims(claims).issuer(url()).jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
