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
import java.util.function.Consumer;
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
            page(service, "parties", party -> all.computeIfAbsent(
                            party.path("party").asText(), name -> new EnumMap<>(Service.class))
                    .put(service, Standing.of(party)));
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
        page(Service.NOTIFICATION, "endpoints", endpoint -> {
            if (endpoint.path("party").asText().equals(party)) {
                found.add(endpoint);
            }
        });
        return found;
    }

    /** Goes through all pages of a list. */
    private void page(Service service, String list, Consumer<JsonNode> each) {
        String path = "/v1/" + list + "?limit=200";
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            JsonNode page = suite.service(service).get(next.get()).orThrow();
            page.path(list).forEach(each);
            next = Optional.of(page.path("next"))
                    .filter(JsonNode::isTextual)
                    .map(cursor -> path + "&cursor=" + cursor.asText());
        }
    }
}
