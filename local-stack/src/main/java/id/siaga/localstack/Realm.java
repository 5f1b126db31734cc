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

    /** The client of ./siaga party: it administers clients and persons of the realm, and is an operator to the services. */
    static final String OPERATOR_CLIENT = "siaga-parties";

    static final String OPERATOR_PARTY = "siaga-parties";

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
                addClient(clients.addObject(), party.party(), SampleParties.secret(secrets, party));
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
            addOperator(clients.addObject(), users.addObject());
            return JSON.writeValueAsString(realm);
        }
    }

    private static void addClient(ObjectNode client, String id, String secret) {
        client.put("clientId", id)
                .put("protocol", "openid-connect")
                .put("clientAuthenticatorType", "client-secret")
                .put("secret", secret)
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true);
        client.putArray("defaultClientScopes").add(NAME);
        client.putArray("optionalClientScopes").add("intake").add("triage").add("notification");
    }

    private void addOperator(ObjectNode client, ObjectNode account) {
        addClient(client, OPERATOR_CLIENT, operatorSecret(secrets));
        // Its rights are in a token that it asks for with this scope, and in no token that a service gets.
        client.withArray("/optionalClientScopes").add("roles");
        account.put("serviceAccountClientId", OPERATOR_CLIENT);
        addUser(account, "service-account-" + OPERATOR_CLIENT, OPERATOR_PARTY, List.of("operator"));
        account.putObject("clientRoles")
                .putArray("realm-management")
                .add("manage-clients")
                .add("manage-users");
    }

    static String operatorSecret(Secrets secrets) {
        return secrets.of("client." + OPERATOR_CLIENT);
    }

    private static void addUser(ObjectNode account, String name, String party, List<String> roles) {
        account.put("username", name).put("enabled", true);
        account.putObject("attributes").putArray("party").add(party);
        ArrayNode granted = account.putArray("realmRoles");
        roles.forEach(granted::add);
    }
}
