// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The realm that Keycloak imports: the template {@code realm.json} with the sample parties and their secrets. */
final class Realm {

    static final String NAME = "siaga";
    static final String DESK_CLIENT = "siaga-desk";

    private static final JsonMapper JSON = new JsonMapper();

    private final SampleParties parties;
    private final Secrets secrets;

    Realm(SampleParties parties, Secrets secrets) {
        this.parties = parties;
        this.secrets = secrets;
    }

    String toJson() throws IOException {
        try (InputStream template = Realm.class.getResourceAsStream("realm.json")) {
            ObjectNode realm = (ObjectNode) JSON.readTree(template);
            ArrayNode clients = realm.withArray("/clients");
            ArrayNode users = realm.withArray("/users");
            for (SampleParties.Organisation party : parties.clients()) {
                addClient(clients.addObject(), party);
                ObjectNode account = users.addObject();
                account.put("serviceAccountClientId", party.party());
                addUser(account, "service-account-" + party.party(), party.party(), party.roles());
            }
            for (SampleParties.Person person : parties.persons()) {
                ObjectNode account = users.addObject();
                addUser(account, person.username(), person.party(), person.roles());
                account.putArray("credentials")
                        .addObject()
                        .put("type", "password")
                        .put("temporary", false)
                        .put("value", SampleParties.password(secrets, person));
            }
            return JSON.writeValueAsString(realm);
        }
    }

    private void addClient(ObjectNode client, SampleParties.Organisation party) {
        client.put("clientId", party.party())
                .put("protocol", "openid-connect")
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", SampleParties.secret(secrets, party))
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true);
        client.putArray("defaultClientScopes").add(NAME);
        client.putArray("optionalClientScopes").add("intake").add("triage").add("notification");
    }

    private static void addUser(ObjectNode account, String name, String party, List<String> roles) {
        account.put("username", name).put("enabled", true);
        account.putObject("attributes").putArray("party").add(party);
        ArrayNode granted = account.putArray("realmRoles");
        roles.forEach(granted::add);
    }
}
