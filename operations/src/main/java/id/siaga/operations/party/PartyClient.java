// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.operations.Failure;
import java.util.ArrayList;
import java.util.List;

/** The client of a party, as Keycloak represents it. */
record PartyClient(ObjectNode representation) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BY_KEY = "client-jwt";
    private static final String BY_SECRET = "client-secret";
    private static final String KEYS = "jwks.string";

    String id() {
        return representation.path("id").asText();
    }

    /** Whether it acts for itself, and so can be a party. */
    boolean hasAccount() {
        return representation.path("serviceAccountsEnabled").asBoolean();
    }

    boolean enabled() {
        return representation.path("enabled").asBoolean();
    }

    void enable(boolean enabled) {
        representation.put("enabled", enabled);
    }

    boolean provesByKey() {
        return representation.path("clientAuthenticatorType").asText().equals(BY_KEY);
    }

    /** Each of these proves that it is the party, the newest first. */
    List<JsonNode> keys() {
        try {
            String text = representation.path("attributes").path(KEYS).asText();
            List<JsonNode> keys = new ArrayList<>();
            if (provesByKey() && !text.isEmpty()) {
                JSON.readTree(text).path("keys").forEach(keys::add);
            }
            return keys;
        } catch (JsonProcessingException notOurs) {
            throw new Failure("the keys of the client cannot be read: " + notOurs.getOriginalMessage());
        }
    }

    /** From now on by these keys alone. */
    void proveBy(List<? extends JsonNode> keys) {
        representation.put("clientAuthenticatorType", BY_KEY);
        ObjectNode set = JSON.createObjectNode();
        keys.forEach(set.putArray("keys")::add);
        representation.withObject("/attributes").put("use.jwks.string", "true").put(KEYS, set.toString());
    }

    /** From now on by this secret alone. */
    void proveBySecret(String secret) {
        representation.put("clientAuthenticatorType", BY_SECRET).put("secret", secret);
        ObjectNode attributes = representation.withObject("/attributes");
        attributes.put("use.jwks.string", "false").put(KEYS, "");
    }
}
