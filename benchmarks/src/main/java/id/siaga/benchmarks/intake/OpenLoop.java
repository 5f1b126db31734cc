// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends reports at a rate, whatever becomes of the earlier ones, as the world does: who waits for an answer before the
 * next report sends less just when it is slow.
 */
final class OpenLoop {

    private static final int CONNECTIONS = 64;
    private static final int TICK_MILLIS = 2;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx;
    private final HttpClient http;
    private final Sightings sightings;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    OpenLoop(Vertx vertx, URI service, Sightings sightings) {
        this.vertx = vertx;
        this.sightings = sightings;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort())
                .setMaxPoolSize(CONNECTIONS));
    }

    /** Begins to send; the timer's number stops it. */
    long start(String authorization, double perSecond) {
        long start = System.nanoTime();
        long[] sent = {0};
        return vertx.setPeriodic(TICK_MILLIS, timer -> {
            long due = (long) ((System.nanoTime() - start) / NANOS_PER_SECOND * perSecond);
            for (; sent[0] < due; sent[0]++) {
                send(authorization);
            }
        });
    }

    /** Ends it, and waits for the answers to what was sent; fails when any report was not accepted. */
    void stop(long timer) throws InterruptedException {
        vertx.cancelTimer(timer);
        while (unanswered.get() > 0) {
            Thread.sleep(TICK_MILLIS);
        }
        Throwable first = failure.get();
        if (first != null) {
            throw new IllegalStateException("A report was not accepted", first);
        }
    }

    private void send(String authorization) {
        String mark = SampleReport.mark();
        unanswered.incrementAndGet();
        http.request(HttpMethod.POST, Calls.single().path())
                .compose(request -> request.putHeader("Authorization", authorization)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Idempotency-Key", mark)
                        .send(Calls.single().body(mark)))
                .compose(response -> response.body().map(body -> item(response.statusCode(), body)))
                .onSuccess(item -> sightings.await(item, System.nanoTime()))
                .onFailure(cause -> failure.compareAndSet(null, cause))
                .onComplete(any -> unanswered.decrementAndGet());
    }

    private static UUID item(int status, Buffer body) {
        if (status != Calls.single().expected()) {
            throw new IllegalStateException("answered %d %s".formatted(status, body));
        }
        try {
            return UUID.fromString(
                    JSON.readTree(body.toString()).at("/items/0/id").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
