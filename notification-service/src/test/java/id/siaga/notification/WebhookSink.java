// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** The far side: keeps what it receives, and answers as a test wants. */
public final class WebhookSink implements AutoCloseable {

    /** A request as it came over the wire. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Received(Map<String, String> headers, byte[] body, Instant at, String path) {

        public String id() {
            return String.valueOf(headers.get("webhook-id"));
        }

        public String text() {
            return new String(body, UTF_8);
        }
    }

    /** What is answered; a status of 0 is no answer at all. */
    public record Reply(int status, Map<String, String> headers, String body) {

        public static final Reply HANG = status(0);

        public static Reply status(int status) {
            return new Reply(status, Map.of(), "");
        }

        public Reply with(String header, String value) {
            return new Reply(status, Map.of(header, value), body);
        }

        public Reply saying(String text) {
            return new Reply(status, headers, text);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Received> challenges = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Reply> repeating = WebhookSink::repeat;
    private volatile Function<Received, Reply> behaviour = request -> Reply.status(204);

    public WebhookSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public WebhookSink answering(Function<Received, Reply> replies) {
        behaviour = replies;
        return this;
    }

    /** Answers these in turn, and then the last of them for ever. */
    public WebhookSink answering(Reply... replies) {
        return answering(request -> replies[Math.min(received.size(), replies.length) - 1]);
    }

    /** Challenges are repeated, whatever else is answered, unless a test wants it otherwise. */
    public WebhookSink answeringChallenges(Function<Received, Reply> replies) {
        repeating = replies;
        return this;
    }

    /** What a receiver answers that wants to be told. */
    public static Reply repeat(Received challenge) {
        String text = JsonPath.from(challenge.text()).getString("data.challenge");
        return Reply.status(200).saying("{\"challenge\": \"" + text + "\"}");
    }

    public List<Received> challenges() {
        return List.copyOf(challenges);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String webhookId) {
        return received.stream().filter(one -> one.id().equals(webhookId)).toList();
    }

    public List<Received> await(String webhookId, int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> received(webhookId).size() >= count);
        return received(webhookId);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            Received request = new Received(
                    headers,
                    exchange.getRequestBody().readAllBytes(),
                    Clock.systemUTC().instant(),
                    exchange.getRequestURI().getPath());
            boolean challenge = request.text().contains("\"id.siaga.endpoint.challenged.v1\"");
            (challenge ? challenges : received).add(request);
            Reply reply = (challenge ? repeating : behaviour).apply(request);
            if (reply.status() == 0) {
                closed.await();
                return;
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
