// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A platform's receiver: keeps every call, and can tell which were signed with its secret. */
public final class WebhookSink implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One call as it arrived; header names in lower case. */
    public record Received(String path, Map<String, List<String>> headers, String body) {

        String id() {
            return headers.getOrDefault("webhook-id", List.of("")).getFirst();
        }

        public JsonNode event() {
            try {
                return JSON.readTree(body);
            } catch (IOException exception) {
                throw new AssertionError("not JSON: " + body, exception);
            }
        }

        public boolean signedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException forged) {
                return false;
            }
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public WebhookSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return url("/hooks");
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** The first call that told of a subject by an event of that type. */
    public Optional<Received> first(String type, String subject) {
        return received.stream()
                .filter(call -> call.event().path("type").asText().equals(type))
                .filter(call -> call.event().path("subject").asText().equals(subject))
                .findFirst();
    }

    public List<Received> all() {
        return List.copyOf(received);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
            Received call = new Received(
                    exchange.getRequestURI().getPath(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            JsonNode event = call.event();
            if (event.path("type").asText().equals("id.siaga.endpoint.challenged.v1")) {
                String challenge = event.path("data").path("challenge").asText();
                byte[] answer = "{\"challenge\": \"%s\"}".formatted(challenge).getBytes(UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                return;
            }
            received.add(call);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
