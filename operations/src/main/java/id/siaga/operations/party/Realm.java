// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.operations.Api;
import id.siaga.operations.Suite.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Parties at the issuer of tokens, Keycloak: a party is the client of its name, whose service account has claim and roles. */
final class Realm {

    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;

    Realm(Api api) {
        this.api = api;
    }

    Optional<PartyClient> client(String party) {
        JsonNode found = api.get("/clients?clientId=" + party).orThrow();
        return found.isEmpty() ? Optional.empty() : Optional.of(new PartyClient((ObjectNode) found.path(0)));
    }

    /** Only if its tokens name the party: a client of another purpose may bear the same name. */
    Optional<PartyClient> clientOf(String party) {
        return client(party).filter(PartyClient::hasAccount).filter(client -> actsFor(account(client), party));
    }

    /** It gets no tokens before it is enabled. */
    PartyClient create(String party, Kind kind, Credential credential) {
        ObjectNode client = JSON.createObjectNode()
                .put("clientId", party)
                .put("name", "Siaga: " + party)
                .put("protocol", "openid-connect")
                .put("enabled", false)
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true);
        client.putArray("defaultClientScopes").add("siaga");
        ArrayNode scopes = client.putArray("optionalClientScopes");
        kind.services().stream().map(Service::scope).forEach(scopes::add);
        PartyClient created = new PartyClient(client);
        if (credential.isSecret()) {
            created.proveBySecret(credential.secret());
        } else {
            created.proveBy(List.of(credential.key()));
        }
        api.send("POST", "/clients", client).orThrow();
        return client(party).orElseThrow();
    }

    void store(PartyClient client) {
        api.send("PUT", "/clients/" + client.id(), client.representation()).orThrow();
    }

    String secret(PartyClient client) {
        return api.get("/clients/" + client.id() + "/client-secret")
                .orThrow()
                .path("value")
                .asText();
    }

    /** With all that can prove to be it, and its service account. */
    void delete(PartyClient client) {
        api.send("DELETE", "/clients/" + client.id(), null).orThrow();
    }

    /** Whom the tokens of a client name. */
    JsonNode account(PartyClient client) {
        return api.get("/clients/" + client.id() + "/service-account-user").orThrow();
    }

    static boolean actsFor(JsonNode account, String party) {
        return account.at("/attributes/party/0").asText().equals(party);
    }

    void actFor(JsonNode account, String party) {
        ObjectNode changed = account.deepCopy();
        changed.withObject("/attributes").putArray("party").add(party);
        api.send("PUT", "/users/" + changed.path("id").asText(), changed).orThrow();
    }

    Set<String> roles(JsonNode account) {
        Set<String> roles = new TreeSet<>();
        api.get(mappings(account))
                .orThrow()
                .forEach(role -> roles.add(role.path("name").asText()));
        return roles;
    }

    /** Gives the account these roles and takes all others, also those that every new account has. */
    void giveRoles(JsonNode account, Collection<String> wanted) {
        JsonNode given = api.get(mappings(account)).orThrow();
        List<JsonNode> surplus = new ArrayList<>();
        given.forEach(role -> {
            if (!wanted.contains(role.path("name").asText())) {
                surplus.add(role);
            }
        });
        if (!surplus.isEmpty()) {
            api.send("DELETE", mappings(account), JSON.createArrayNode().addAll(surplus))
                    .orThrow();
        }
        List<JsonNode> missing = new ArrayList<>();
        api.get(mappings(account) + "/available").orThrow().forEach(role -> {
            if (wanted.contains(role.path("name").asText())) {
                missing.add(role);
            }
        });
        if (!missing.isEmpty()) {
            api.send("POST", mappings(account), JSON.createArrayNode().addAll(missing))
                    .orThrow();
        }
    }

    private static String mappings(JsonNode account) {
        return "/users/" + account.path("id").asText() + "/role-mappings/realm";
    }
}
