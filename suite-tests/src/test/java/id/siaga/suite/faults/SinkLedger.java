// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.siaga.localstack.client.DurableLines;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A receiver of webhooks with a ledger of its own: each call is on disk before it is confirmed. Confirmations of orders can
 * be withheld, so that orders stay in flight.
 */
final class SinkLedger implements AutoCloseable {

    /** Shorter than the sender's patience, so that a test that fails does not look like a receiver that hangs. */
    private static final int LONGEST_HOLD_SECONDS = 8;

    private static final String CHALLENGED = "id.siaga.endpoint.challenged.v1";

    static final String ISSUED = "id.siaga.order.issued.v1";

    private static final String STATUS = "id.siaga.report.status-changed.v1";

    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Path file;
    private final DurableLines lines;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Set<String> reportsTold = ConcurrentHashMap.newKeySet();
    private final Set<String> ordersArrived = ConcurrentHashMap.newKeySet();
    private final Set<String> ordersConfirmed = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private HttpServer server;

    SinkLedger(Path file) throws IOException {
        this.file = file;
        this.lines = new DurableLines(file);
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer listen(int wanted) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 256);
        listening.setExecutor(threads);
        listening.createContext("/", this::take);
        listening.start();
        return listening;
    }

    /** From now on nobody gets a connection. */
    synchronized void goDown() {
        server.stop(0);
    }

    /** Is there again, where it was. */
    synchronized void comeBack() throws IOException {
        server = listen(port);
    }

    String url(String party) {
        return "http://127.0.0.1:" + port + "/" + party;
    }

    void trust(String party, String secret) {
        secrets.put(party, secret);
    }

    /** From now on orders are written down and not confirmed. */
    void withholdConfirmations() {
        gate = new CountDownLatch(1);
    }

    void confirmAgain() {
        gate.countDown();
    }

    /** Reports of which their reporter was told that something has become of them. */
    Set<String> reportsTold() {
        return reportsTold;
    }

    Set<String> ordersArrived() {
        return ordersArrived;
    }

    Set<String> ordersConfirmed() {
        return ordersConfirmed;
    }

    /** What the file says. */
    List<JsonNode> read() {
        return DurableLines.read(file);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String party = exchange.getRequestURI().getPath().substring(1);
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode event = Json.parseLeniently(body);
            String type = event.path("type").asText();
            if (type.equals(CHALLENGED)) {
                byte[] answer = Json.bytes(Json.object()
                        .put("challenge", event.path("data").path("challenge").asText()));
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                return;
            }
            String subject = event.path("subject").asText();
            lines.append(Json.object()
                    .put("party", party)
                    .put("webhook-id", exchange.getRequestHeaders().getFirst("webhook-id"))
                    .put("type", type)
                    .put("subject", subject)
                    .put("sequence", event.path("sequence").asText())
                    .put("status", event.path("data").path("itemStatus").asText())
                    .put("bytes", Arrays.hashCode(body))
                    .put("verified", isSigned(party, exchange, body)));
            if (type.equals(ISSUED)) {
                ordersArrived.add(subject);
                awaitGate();
            } else if (type.equals(STATUS)) {
                reportsTold.add(subject);
            }
            exchange.sendResponseHeaders(204, -1);
            if (type.equals(ISSUED)) {
                ordersConfirmed.add(subject);
            }
        }
    }

    private void awaitGate() {
        try {
            gate.await(LONGEST_HOLD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSigned(String party, HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            new Webhook(secrets.getOrDefault(party, "")).verify(new String(body, UTF_8), headers);
            return true;
        } catch (WebhookVerificationException | IllegalArgumentException forged) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        confirmAgain();
        server.stop(1);
        threads.close();
        lines.close();
    }
}
