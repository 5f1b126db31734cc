// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Lets go of what is left of a body once the request is answered. Whoever is refused early is often still sending, and reads
 * nothing before all is sent: the framework leaves the rest unread, and both sides would wait for each other.
 */
class UnreadBodies {

    /** Long enough for an honest rest of a body; who sends longer than this has had the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int BEFORE_ALL_ELSE = 1_000;

    void register(@Observes Filters filters, Vertx vertx) {
        filters.register(
                exchange -> {
                    exchange.addEndHandler(answered -> letGo(exchange, vertx));
                    exchange.next();
                },
                BEFORE_ALL_ELSE);
    }

    private static void letGo(RoutingContext exchange, Vertx vertx) {
        HttpServerRequest request = exchange.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(null);
        request.resume();
        if (!request.isEnded()) {
            long timer = vertx.setTimer(
                    PATIENCE.toMillis(), late -> request.connection().close());
            request.endHandler(whole -> vertx.cancelTimer(timer));
        }
    }
}
