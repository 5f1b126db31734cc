// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The HTTP client of the service with its pools, and nothing else: as many requests in flight as the service has, with the
 * same bytes to the same receivers, each sent as soon as an earlier one was confirmed.
 */
final class BareLoop implements Contestant, AutoCloseable {

    /** As the service has them by default. */
    private static final int CONNECTIONS_PER_ADDRESS = 512;

    private static final int KEPT_SECONDS = 15;
    private static final int LONGEST_MILLIS = 10_000;
    private static final int NO_CONTENT = 204;

    private final HttpClient client;
    private final Receivers receivers;
    private final Buffer body;
    private final int inFlight;
    private long sent;

    BareLoop(Vertx vertx, Receivers receivers, Buffer body, int inFlight) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_ADDRESS)
                .setKeepAliveTimeout(KEPT_SECONDS)
                .setDecompressionSupported(false));
        this.receivers = receivers;
        this.body = body;
        this.inFlight = inFlight;
    }

    @Override
    public String name() {
        return "loop: the same client, only sent";
    }

    @Override
    public Sample work(Duration time) throws Exception {
        long start = System.nanoTime();
        List<Chain> chains = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            Chain chain = new Chain(i, start + time.toNanos());
            chains.add(chain);
            // Each from a thread of its own, as in the service: the client spreads them over its event loops.
            Thread.ofVirtual().start(chain::next);
        }
        for (Chain chain : chains) {
            chain.ended.get();
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        List<Stopwatch> watches = chains.stream().map(chain -> chain.watch).toList();
        long done = watches.stream().mapToLong(Stopwatch::count).sum();
        sent += done;
        return new Sample(done, taken, Latency.of(watches));
    }

    /** How many were confirmed in all turns. */
    long sent() {
        return sent;
    }

    /** One request after the other. */
    private final class Chain {

        private final Stopwatch watch = new Stopwatch();
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final long until;
        private int receiver;

        Chain(int receiver, long until) {
            this.receiver = receiver;
            this.until = until;
        }

        void next() {
            long start = System.nanoTime();
            if (start >= until) {
                ended.complete(true);
                return;
            }
            receiver = (receiver + 1) % receivers.count();
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost("127.0.0.1")
                    .setPort(receivers.port(receiver))
                    .setURI("/hooks")
                    .setTimeout(LONGEST_MILLIS)
                    .putHeader("content-type", "application/cloudevents+json; charset=utf-8")
                    .putHeader("webhook-signature", "none");
            client.request(options)
                    .compose(request -> {
                        // Before it is sent: an answer that nobody listens to yet is missed.
                        Future<Integer> answer = request.response()
                                .compose(response -> response.body().map(nothing -> response.statusCode()));
                        return request.send(body).compose(sent -> answer);
                    })
                    .onSuccess(status -> confirmed(status, start))
                    .onFailure(ended::completeExceptionally);
        }

        private void confirmed(int status, long start) {
            if (status != NO_CONTENT) {
                ended.completeExceptionally(new IllegalStateException("answered " + status));
                return;
            }
            watch.lap(start);
            next();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
