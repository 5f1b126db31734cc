// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The far side of our clients in tests: tokens, and whatever the test says that a path answers. */
public final class FakeSuite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();

    /** A request as it arrived. */
    public record Request(String method, String path, String body, String authorization, String idempotencyKey) {}

    /** What is answered. */
    public record Result(int status, String body) {}

    /** Decides on an answer. */
    @FunctionalInterface
    public interface Reply {
        Result to(Request request);
    }

    public FakeSuite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** What "METHOD /path" (without the query) answers. */
    public FakeSuite on(String methodAndPath, Reply reply) {
        replies.put(methodAndPath, reply);
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public int tokensGiven() {
        return tokens.get();
    }

    public Suite suite() {
        URI base = URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
        Map<String, Identity> everyone = new ConcurrentHashMap<>();
        for (String name : List.of(
                "komdigi",
                "kpu",
                "bawaslu",
                "mafindo",
                "polri",
                "google",
                "meta",
                "tiktok",
                "telegram",
                "snackvideo",
                "line",
                "x",
                "ratna",
                "wulan",
                "dimas",
                "yusuf",
                "ombudsman")) {
            everyone.put(name, new Identity(name, name, name, "secret", null, null));
        }
        return new Suite(
                base.resolve("/token"),
                Map.of(Service.INTAKE, base, Service.TRIAGE, base, Service.NOTIFICATION, base),
                everyone);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            Result result;
            if (path.equals("/token")) {
                result = new Result(200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":300}");
            } else {
                requests.add(request);
                result = replies.getOrDefault(
                                request.method() + " " + path, r -> new Result(404, "{\"title\":\"none\"}"))
                        .to(request);
            }
            byte[] body = result.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(result.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
