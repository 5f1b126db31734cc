// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.operations.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The people who act for a party. Who is kept out with it is in a group meanwhile, so that its readmission lets in nobody who
 * was kept out for another reason.
 */
final class Persons {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 10_000;

    /** How Keycloak names what is no person, but acts for a client. */
    private static final String ACCOUNT_OF_A_CLIENT = "service-account-";

    private final Api api;
    private final String party;

    Persons(Api api, String party) {
        this.api = api;
        this.party = party;
    }

    List<JsonNode> all() {
        return listed("/users?briefRepresentation=false&max=" + MOST + "&q=party:" + party).stream()
                // Whatever the issuer calls a match: another party's person is never kept out.
                .filter(person -> Realm.actsFor(person, party))
                .filter(person -> !person.path("username").asText().startsWith(ACCOUNT_OF_A_CLIENT))
                .toList();
    }

    List<JsonNode> enabled() {
        return all().stream()
                .filter(person -> person.path("enabled").asBoolean())
                .toList();
    }

    /** Those who were kept out with the party. */
    List<JsonNode> keptOut() {
        return group().map(this::members).orElseGet(List::of);
    }

    /** No password, key or session lets this person in any more. */
    void keepOut(JsonNode person) {
        String id = person.path("id").asText();
        // First of all, or a command that is broken off would leave somebody disabled who is never enabled again.
        api.send("PUT", "/users/" + id + "/groups/" + groupMade(), JSON.createObjectNode())
                .orThrow();
        enable(person, false);
        api.send("POST", "/users/" + id + "/logout", JSON.createObjectNode()).orThrow();
    }

    void letIn(JsonNode person) {
        enable(person, true);
        api.send("DELETE", "/users/" + person.path("id").asText() + "/groups/" + groupMade(), null)
                .orThrow();
    }

    void removeGroup() {
        group().ifPresent(group -> api.send("DELETE", "/groups/" + group, null).orThrow());
    }

    private void enable(JsonNode person, boolean enabled) {
        ObjectNode changed =
                api.get("/users/" + person.path("id").asText()).orThrow().deepCopy();
        changed.put("enabled", enabled);
        api.send("PUT", "/users/" + changed.path("id").asText(), changed).orThrow();
    }

    private String groupMade() {
        return group().orElseGet(() -> {
            api.send("POST", "/groups", JSON.createObjectNode().put("name", groupName()))
                    .orThrow();
            return group().orElseThrow();
        });
    }

    private Optional<String> group() {
        return listed("/groups?exact=true&search=" + groupName()).stream()
                .filter(group -> group.path("name").asText().equals(groupName()))
                .map(group -> group.path("id").asText())
                .findFirst();
    }

    private List<JsonNode> members(String group) {
        return listed("/groups/" + group + "/members?briefRepresentation=false&max=" + MOST);
    }

    private String groupName() {
        return "suspended-" + party;
    }

    private List<JsonNode> listed(String path) {
        List<JsonNode> found = new ArrayList<>();
        api.get(path).orThrow().forEach(found::add);
        return found;
    }
}
