// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.served;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Approves at a rate, whatever becomes of the earlier ones. */
final class Approver implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int AT_ONCE = 8;
    private static final int OK = 200;
    private static final Duration GLANCE = Duration.ofMillis(5);

    private final HttpClient http;
    private final Served served;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Approver(Vertx vertx, URI triage, Served served) {
        this.served = served;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(triage.getHost())
                .setDefaultPort(triage.getPort())
                .setMaxPoolSize(CONNECTIONS));
    }

    /** Approves all of them, some at the same time, each of which waits for the one before to have been received. */
    void warmUp(Queue<UUID> decisions, String authorization) throws Exception {
        for (UUID decision = decisions.poll(); decision != null; decision = decisions.poll()) {
            while (unanswered.get() + served.outstanding() >= AT_ONCE) {
                checkFailure();
                Thread.sleep(GLANCE);
            }
            send(decision, authorization);
        }
        awaitAll();
    }

    /** Approves all of them, as many in each second; returns whether less than a second of them is under way at the end. */
    boolean approve(Queue<UUID> decisions, String authorization, double perSecond) throws Exception {
        long between = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
        long due = System.nanoTime();
        for (UUID decision = decisions.poll(); decision != null; decision = decisions.poll()) {
            Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            send(decision, authorization);
            due += between;
        }
        boolean keepsUp = unanswered.get() + served.outstanding() < perSecond;
        awaitAll();
        return keepsUp;
    }

    private void awaitAll() throws Exception {
        while (unanswered.get() + served.outstanding() > 0) {
            checkFailure();
            Thread.sleep(GLANCE);
        }
    }

    private void checkFailure() {
        Throwable first = failure.get();
        if (first != null) {
            throw new IllegalStateException("A decision was not approved", first);
        }
    }

    private void send(UUID decision, String authorization) {
        unanswered.incrementAndGet();
        long sent = System.nanoTime();
        http.request(HttpMethod.POST, "/v1/decisions/" + decision + "/approval")
                .compose(request -> request.putHeader("Authorization", authorization)
                        .putHeader("Content-Type", "application/json")
                        .send("{}"))
                .compose(response -> response.body().map(body -> order(response.statusCode(), body)))
                .onSuccess(order -> served.approved(order, sent, System.nanoTime()))
                .onFailure(cause -> failure.compareAndSet(null, cause))
                .onComplete(any -> unanswered.decrementAndGet());
    }

    private static String order(int status, Buffer body) {
        JsonNode decision = Json.parseLeniently(body.getBytes());
        if (status != OK || decision.path("orders").size() != 1) {
            throw new IllegalStateException("answered %d %s".formatted(status, body));
        }
        return decision.path("orders").path(0).asText();
    }

    @Override
    public void close() {
        http.close();
    }
}
