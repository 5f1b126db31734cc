// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.served;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** A platform's endpoint, which tells when an order has arrived. */
final class Platform implements AutoCloseable {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final Served served;
    private final HttpServer server;

    Platform(Vertx vertx, Served served) throws Exception {
        this.served = served;
        this.server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> take(request, body)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    String url() {
        return "http://127.0.0.1:%d/hooks".formatted(server.actualPort());
    }

    private void take(HttpServerRequest request, Buffer body) {
        long now = System.nanoTime();
        JsonNode event = Json.parseLeniently(body.getBytes());
        String type = event.path("type").asText();
        if (type.endsWith("endpoint.challenged.v1")) {
            String challenge = event.at("/data/challenge").asText();
            request.response()
                    .setStatusCode(OK)
                    .end(Json.object().put("challenge", challenge).toString());
            return;
        }
        if (type.endsWith("order.issued.v1")) {
            served.arrived(event.path("subject").asText(), now);
        }
        request.response().setStatusCode(NO_CONTENT).end();
    }

    @Override
    public void close() {
        server.close();
    }
}
