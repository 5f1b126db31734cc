// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The only way out: posts to vetted, pinned addresses, follows no redirect, and never takes longer than its limit. */
@ApplicationScoped
public class WebhookClient {

    /** Bounds sockets per address; the dispatcher's cap per endpoint is lower, but endpoints may share a host. */
    private static final int CONNECTIONS_PER_ADDRESS = 64;

    private final Destinations destinations;
    private final Clock clock;
    private final Duration totalLimit;
    private final HttpClient client;

    WebhookClient(Vertx vertx, Destinations destinations, EgressConfig config, Clock clock) {
        this.destinations = destinations;
        this.clock = clock;
        this.totalLimit = config.totalLimit();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectLimit().toMillis())
                .setMaxPoolSize(CONNECTIONS_PER_ADDRESS)
                .setKeepAliveTimeout(15)
                .setDecompressionSupported(false));
    }

    /** Blocks the calling (virtual) thread until the answer is there or the total limit has passed. */
    public WebhookAnswer post(String url, Map<String, String> headers, byte[] body) throws InterruptedException {
        return post(url, headers, body, totalLimit, Exchange.USUALLY_KEPT);
    }

    /**
     * As above, with limits of its own.
     *
     * @param kept how much of the answer is kept
     */
    public WebhookAnswer post(String url, Map<String, String> headers, byte[] body, Duration limit, int kept)
            throws InterruptedException {
        long startedAt = System.nanoTime();
        Destination destination;
        try {
            destination = destinations.pin(url);
        } catch (UnsafeDestination unsafe) {
            return new WebhookAnswer.Unanswered("not called: the URL " + unsafe.reason());
        }
        Exchange exchange = new Exchange(clock, kept);
        client.request(options(destination, headers))
                .compose(request -> {
                    exchange.opened(request);
                    return request.send(Buffer.buffer(body));
                })
                .onSuccess(exchange::answered)
                .onFailure(exchange::failed);
        long spent = Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
        return exchange.await(limit.toMillis() - spent);
    }

    private static RequestOptions options(Destination destination, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(destination.url().toASCIIString())
                .setServer(SocketAddress.inetSocketAddress(
                        destination.port(), destination.address().getHostAddress()))
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
