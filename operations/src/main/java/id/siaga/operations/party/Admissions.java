// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.operations.Suite;
import id.siaga.operations.Suite.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whom the services let in; each has its own word on it. */
final class Admissions {

    static final String ADMITTED = "ADMITTED";
    static final String SUSPENDED = "SUSPENDED";
    static final String LEFT = "LEFT";

    private static final JsonMapper JSON = new JsonMapper();

    private final Suite suite;

    Admissions(Suite suite) {
        this.suite = suite;
    }

    /** How a party stands at a service. */
    record Standing(String standing, List<String> roles, JsonNode changes) {

        static Standing of(JsonNode party) {
            List<String> roles = new ArrayList<>();
            party.path("roles").forEach(role -> roles.add(role.asText()));
            return new Standing(party.path("standing").asText(), roles, party.path("changes"));
        }
    }

    /** Of the services that know the party. */
    Map<Service, Standing> of(String party) {
        Map<Service, Standing> known = new EnumMap<>(Service.class);
        for (Service service : Suite.all()) {
            suite.service(service)
                    .get("/v1/parties/" + party)
                    .ifFound()
                    .map(Standing::of)
                    .ifPresent(standing -> known.put(service, standing));
        }
        return known;
    }

    /** Of all parties, by name. */
    Map<String, Map<Service, Standing>> all() {
        Map<String, Map<Service, Standing>> all = new TreeMap<>();
        for (Service service : Suite.all()) {
            Optional<String> next = Optional.of("/v1/parties?limit=200");
            while (next.isPresent()) {
                JsonNode page = suite.service(service).get(next.get()).orThrow();
                page.path("parties").forEach(party -> all.computeIfAbsent(
                                party.path("party").asText(), name -> new EnumMap<>(Service.class))
                        .put(service, Standing.of(party)));
                next = Optional.of(page.path("next"))
                        .filter(JsonNode::isTextual)
                        .map(cursor -> "/v1/parties?limit=200&cursor=" + cursor.asText());
            }
        }
        return all;
    }

    void set(Service service, String party, String standing, Collection<String> roles, @Nullable String reason) {
        ObjectNode request = JSON.createObjectNode().put("standing", standing);
        roles.forEach(request.putArray("roles")::add);
        if (reason != null) {
            request.put("reason", reason);
        }
        suite.service(service)
                .send("PUT", "/v1/parties/" + party + "/standing", request)
                .orThrow();
    }

    /** The party's endpoints, oldest last. */
    List<JsonNode> endpoints(String party) {
        List<JsonNode> found = new ArrayList<>();
        Optional<String> next = Optional.of("/v1/endpoints?limit=200");
        while (next.isPresent()) {
            JsonNode page = suite.service(Service.NOTIFICATION).get(next.get()).orThrow();
            page.path("endpoints").forEach(endpoint -> {
                if (endpoint.path("party").asText().equals(party)) {
                    found.add(endpoint);
                }
            });
            next = Optional.of(page.path("next"))
                    .filter(JsonNode::isTextual)
                    .map(cursor -> "/v1/endpoints?limit=200&cursor=" + cursor.asText());
        }
        return found;
    }
}
