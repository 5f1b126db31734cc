// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The only way out: posts to vetted, pinned addresses, follows no redirect, and never takes longer than its limit. */
@Startup // a proxy that is none stops the start
@ApplicationScoped
public class WebhookClient {

    /**
     * As many as a replica has attempts in flight: who shares a host must not wait for a connection that another's endpoint
     * hangs on. How many those are is bounded where they are claimed.
     */
    private static final int CONNECTIONS_PER_ADDRESS = 512;

    private final Destinations destinations;
    private final EgressConfig config;
    private final Clock clock;
    private final @Nullable EgressProxy proxy;
    private final HttpClient client;

    @Inject
    WebhookClient(Vertx vertx, Destinations destinations, EgressConfig config, Clock clock) {
        this(vertx.createHttpClient(options(config)), destinations, config, clock);
    }

    WebhookClient(HttpClient client, Destinations destinations, EgressConfig config, Clock clock) {
        this.destinations = destinations;
        this.config = config;
        this.clock = clock;
        this.proxy = config.proxy().map(EgressProxy::parse).orElse(null);
        this.client = client;
    }

    static HttpClientOptions options(EgressConfig config) {
        int connectMillis = (int) config.connectLimit().toMillis();
        return new HttpClientOptions()
                .setConnectTimeout(connectMillis)
                .setSslHandshakeTimeout(connectMillis)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxPoolSize(CONNECTIONS_PER_ADDRESS)
                .setKeepAliveTimeout(15)
                .setDecompressionSupported(false);
    }

    /** Blocks the calling (virtual) thread until the answer is there or the total limit has passed. */
    public WebhookAnswer post(String url, Map<String, String> headers, byte[] body) throws InterruptedException {
        return post(url, headers, body, config.totalLimit(), Exchange.USUALLY_KEPT);
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
        Exchange exchange = new Exchange(config, clock, startedAt + limit.toNanos(), kept);
        client.request(options(destination, headers))
                .compose(request -> {
                    exchange.opened(request);
                    // Before it is sent, so that the answer is listened to on the thread that reads it, before its end.
                    request.response().onSuccess(exchange::answered);
                    return request.send(Buffer.buffer(body));
                })
                .onFailure(exchange::failed);
        return exchange.await();
    }

    /** The URL's parts as we read them, and not its text, which another parser might read otherwise. */
    private RequestOptions options(Destination destination, Map<String, String> headers) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(destination.secure())
                .setHost(destination.url().getHost())
                .setPort(destination.port())
                .setURI(destination.target())
                .setServer(SocketAddress.inetSocketAddress(
                        destination.port(), destination.address().getHostAddress()))
                .setFollowRedirects(false);
        if (proxy != null && !destination.opened()) {
            options.setProxyOptions(proxy.options());
        }
        headers.forEach(options::putHeader);
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
