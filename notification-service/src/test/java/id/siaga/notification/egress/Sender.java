// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client as the service has it, with settings and a resolver of the test's. */
final class Sender implements AutoCloseable {

    /** What every name means to a test that asks for none in particular. */
    static final HostResolver LOOPBACK = host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};

    private final Vertx vertx = Vertx.vertx();
    private final Destinations destinations;
    private final WebhookClient client;

    Sender(Limits limits, HostResolver resolver) {
        this(limits, resolver, null);
    }

    Sender(Limits limits, HostResolver resolver, @Nullable TrustOptions trusted) {
        HttpClientOptions options = WebhookClient.options(limits);
        if (trusted != null) {
            options.setTrustOptions(trusted);
        }
        destinations = new Destinations(limits.policy(), resolver);
        client = new WebhookClient(vertx.createHttpClient(options), destinations, limits, Clock.systemUTC());
    }

    /** As at a registration. */
    void register(String url) {
        destinations.vet(url);
    }

    WebhookAnswer post(String url) throws InterruptedException {
        return client.post(url, Map.of("webhook-id", "one"), "{}".getBytes(US_ASCII));
    }

    @Override
    public void close() {
        client.close();
        vertx.close();
    }
}
