// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.notification.EventFixture;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Endpoints of google, one of which may be another's fallback, and what they are sent. */
final class GoogleEndpoints implements AutoCloseable {

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<RegisteredParty> registered = new ArrayList<>();

    WebhookSink sink() {
        return sink;
    }

    ToldDeliveries told() {
        return told;
    }

    /** One that wants nothing for itself. */
    RegisteredParty register(String path) {
        return registered(RegisteredParty.register("google", "platform", sink.url(path), "endpoint.tested"));
    }

    RegisteredParty register(String path, RegisteredParty fallback, String... types) {
        return registered(RegisteredParty.register(
                "google",
                "platform",
                Map.of(
                        "url",
                        sink.url(path),
                        "eventTypes",
                        types.length == 0 ? List.of("order.*", "report.*") : List.of(types),
                        "fallbackEndpointId",
                        fallback.endpointId())));
    }

    /** Pauses, resumes or deletes it. */
    void end(RegisteredParty endpoint, String how) {
        if (how.equals("delete")) {
            endpoint.delete();
            return;
        }
        RegisteredParty.as("google", "platform")
                .post("/v1/endpoints/" + endpoint.endpointId() + "/" + how)
                .then()
                .statusCode(200);
    }

    List<Received> at(String path, EventFixture event) {
        return sink.received(event.id()).stream()
                .filter(one -> one.path().equals(path))
                .toList();
    }

    static JsonPath data(ConsumerRecord<String, byte[]> event) {
        return JsonPath.from(new String(event.value(), UTF_8));
    }

    @Override
    public void close() {
        registered.reversed().forEach(GoogleEndpoints::deleteAgain);
        sink.close();
    }

    private RegisteredParty registered(RegisteredParty endpoint) {
        registered.add(endpoint);
        return endpoint;
    }

    /** A test may have deleted it itself. */
    private static void deleteAgain(RegisteredParty endpoint) {
        RegisteredParty.as("google", "platform").delete("/v1/endpoints/" + endpoint.endpointId());
    }
}
