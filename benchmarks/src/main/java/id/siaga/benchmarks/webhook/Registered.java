// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Receivers that parties have registered as their endpoints, one each, and that have repeated their challenges. */
record Registered(List<Endpoint> endpoints) {

    private static final String PATH = "/v1/endpoints";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOOKS = 600;

    record Endpoint(UUID id, String party) {}

    /**
     * Registers all of them, in place of what an earlier run has left.
     *
     * @param parties whose they are, one after the other
     */
    static Registered of(Suite suite, Path books, Receivers receivers, List<String> parties)
            throws InterruptedException {
        List<Endpoint> endpoints = new ArrayList<>();
        try (Receipts receipts = new Receipts(books)) {
            Api api = new Api(suite, receipts, Backoff.patient(), Clock.systemUTC());
            parties.forEach(party -> deleteAll(api, party));
            for (int i = 0; i < receivers.count(); i++) {
                String party = parties.get(i % parties.size());
                ObjectNode request = Json.object().put("url", "http://127.0.0.1:%d/hooks".formatted(receivers.port(i)));
                request.putArray("eventTypes").add("case.*");
                Call call = Call.post(Service.NOTIFICATION, PATH, request);
                JsonNode endpoint = api.send(
                                suite.identity(party),
                                call.once(UUID.randomUUID().toString()))
                        .orThrow();
                endpoints.add(new Endpoint(UUID.fromString(endpoint.path("id").asText()), party));
            }
            for (Endpoint endpoint : endpoints) {
                awaitActive(api, endpoint);
            }
        }
        receivers.registered();
        return new Registered(List.copyOf(endpoints));
    }

    /** Nobody listens at them any more: what is queued for them would never be over. */
    private static void deleteAll(Api api, String party) {
        Identity identity = api.suite().identity(party);
        Call list = Call.get(Service.NOTIFICATION, PATH + "?limit=200");
        for (JsonNode left : api.send(identity, list).orThrow().path("endpoints")) {
            String path = PATH + "/" + left.path("id").asText();
            api.send(identity, Call.delete(Service.NOTIFICATION, path)).orThrow();
        }
    }

    private static void awaitActive(Api api, Endpoint endpoint) throws InterruptedException {
        Call read = Call.get(Service.NOTIFICATION, PATH + "/" + endpoint.id());
        for (int look = 0; look < LOOKS; look++) {
            JsonNode now =
                    api.send(api.suite().identity(endpoint.party()), read).orThrow();
            if (now.path("status").asText().equals("ACTIVE")) {
                return;
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("an endpoint did not repeat its challenge");
    }
}
