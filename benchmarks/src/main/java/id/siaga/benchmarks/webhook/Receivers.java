// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.localstack.client.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Receivers of webhooks, each on a port of its own, that read what they are sent and confirm it, unless they hang. */
final class Receivers implements AutoCloseable {

    private static final String CHALLENGED = "id.siaga.endpoint.challenged.v1";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    /** Somebody who wants to know of each webhook when it has arrived. */
    interface Listener {
        void arrived(int receiver, String webhookId, long nanos);
    }

    private final List<HttpServer> servers = new ArrayList<>();
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder unsigned = new LongAdder();
    private volatile boolean registering = true;
    private volatile int hanging;
    private volatile Listener listener = (receiver, id, nanos) -> {};
    private volatile Buffer last = Buffer.buffer();

    Receivers(Vertx vertx, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            int receiver = i;
            servers.add(vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> take(receiver, request, body)))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get());
        }
    }

    int count() {
        return servers.size();
    }

    int port(int receiver) {
        return servers.get(receiver).actualPort();
    }

    /** From now on nobody is asked to repeat a challenge. */
    void registered() {
        registering = false;
    }

    /** From now on as many of them, the first ones, never answer. */
    void hang(int first) {
        hanging = first;
    }

    void tell(Listener wanted) {
        listener = wanted;
    }

    /** How many webhooks were confirmed so far. */
    long confirmed() {
        return confirmed.sum();
    }

    /** How many of them had no signature. */
    long unsigned() {
        return unsigned.sum();
    }

    /** The body of the last one. */
    Buffer last() {
        return last;
    }

    private void take(int receiver, HttpServerRequest request, Buffer body) {
        if (registering && body.toString(UTF_8).contains(CHALLENGED)) {
            repeat(request, body);
            return;
        }
        last = body;
        if (receiver < hanging) {
            return;
        }
        String id = request.getHeader("webhook-id");
        if (request.getHeader("webhook-signature") == null) {
            unsigned.increment();
        }
        confirmed.increment();
        request.response().setStatusCode(NO_CONTENT).end();
        if (id != null) {
            listener.arrived(receiver, id, System.nanoTime());
        }
    }

    private static void repeat(HttpServerRequest request, Buffer body) {
        String challenge =
                Json.parseLeniently(body.getBytes()).at("/data/challenge").asText();
        request.response()
                .setStatusCode(OK)
                .end(Buffer.buffer(Json.bytes(Json.object().put("challenge", challenge))));
    }

    @Override
    public void close() {
        servers.forEach(HttpServer::close);
    }
}
