// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import java.time.Duration;
import java.util.UUID;

/** A party's endpoint at the receiver with the ledger. */
record Registration(Api api, Identity owner, String id) {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final String PATH = "/v1/endpoints";

    /** Registers it, and returns when it is told what comes. */
    static Registration of(Api api, SinkLedger sink, String party, String eventType) {
        ObjectNode request = Json.object().put("url", sink.url(party));
        request.putArray("eventTypes").add(eventType);
        Identity owner = api.suite().identity(party);
        Call create = Call.post(Service.NOTIFICATION, PATH, request);
        JsonNode endpoint =
                api.send(owner, create.once("faults-" + UUID.randomUUID())).orThrow();
        sink.trust(party, endpoint.path("secret").asText());
        Registration made = new Registration(api, owner, endpoint.path("id").asText());
        await().atMost(SOON).until(() -> made.read("").path("status").asText(), "ACTIVE"::equals);
        return made;
    }

    /** What stands under it. */
    JsonNode read(String path) {
        return api.send(owner, Call.get(Service.NOTIFICATION, PATH + "/" + id + path))
                .orThrow();
    }

    void delete() {
        api.send(owner, Call.delete(Service.NOTIFICATION, PATH + "/" + id)).orThrow();
    }
}
