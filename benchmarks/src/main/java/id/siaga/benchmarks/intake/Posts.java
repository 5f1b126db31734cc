// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Clients that report, each on a connection that stays open, each as soon as its last report was answered. */
final class Posts implements Contestant {

    private final String name;
    private final Call call;
    private final Callable<String> token;
    private final int clients;
    private final Context thread;
    private final HttpClient http;
    private long accepted;

    /** What is sent, what is to be answered, and how many reports are in it. */
    interface Call {
        String path();

        Buffer body(String mark);

        int expected();

        int reports();
    }

    private record Reply(int status, Buffer body) {}

    /** @param token asked for before each turn, not before each call */
    Posts(String name, Call call, Vertx vertx, URI service, Callable<String> token, int clients) {
        this.name = name;
        this.call = call;
        this.token = token;
        this.clients = clients;
        // One event loop: what the load costs is taken from those who are measured.
        this.thread = vertx.getOrCreateContext();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort())
                .setMaxPoolSize(clients));
    }

    @Override
    public String name() {
        return name;
    }

    /** How many reports were accepted in all turns. */
    long accepted() {
        return accepted;
    }

    @Override
    public Sample work(Duration time) throws Exception {
        Turn turn = new Turn("Bearer " + token.call(), System.nanoTime() + time.toNanos());
        long start = System.nanoTime();
        thread.runOnContext(ignored -> {
            for (int i = 0; i < clients; i++) {
                turn.next();
            }
        });
        turn.ended.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        long done = (long) turn.watch.count() * call.reports();
        accepted += done;
        return new Sample(done, taken, Latency.of(List.of(turn.watch)));
    }

    /** Confined to the event loop. */
    private final class Turn {

        private final String authorization;
        private final long until;
        private final Stopwatch watch = new Stopwatch();
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private int working = clients;

        Turn(String authorization, long until) {
            this.authorization = authorization;
            this.until = until;
        }

        void next() {
            long start = System.nanoTime();
            if (start >= until || ended.isDone()) {
                working--;
                if (working == 0) {
                    ended.complete(true);
                }
                return;
            }
            String mark = SampleReport.mark();
            http.request(HttpMethod.POST, call.path())
                    .compose(request -> headed(request, mark).send(call.body(mark)))
                    .compose(response -> response.body().map(body -> new Reply(response.statusCode(), body)))
                    .onComplete(reply -> take(reply, start));
        }

        private HttpClientRequest headed(HttpClientRequest request, String mark) {
            return request.putHeader("Authorization", authorization)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Idempotency-Key", mark);
        }

        private void take(AsyncResult<Reply> reply, long start) {
            if (reply.failed()) {
                ended.completeExceptionally(reply.cause());
            } else if (reply.result().status() != call.expected()) {
                ended.completeExceptionally(new IllegalStateException("%s was answered %d %s"
                        .formatted(
                                call.path(),
                                reply.result().status(),
                                reply.result().body())));
            } else {
                watch.lap(start);
            }
            next();
        }
    }
}
