// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One request to the suite; {@code saying} tells those who watch what it means, and is absent for mere looking.
 *
 * @param audience the service that the token is for: the one that is called, unless somebody tries another one's
 */
public record Call(
        Service service,
        String method,
        String path,
        @Nullable JsonNode body,
        @Nullable String idempotencyKey,
        @Nullable String saying,
        Service audience) {

    public static Call get(Service service, String path) {
        return new Call(service, "GET", path, null, null, null, service);
    }

    public static Call delete(Service service, String path) {
        return new Call(service, "DELETE", path, null, null, null, service);
    }

    public static Call post(Service service, String path, JsonNode body) {
        return new Call(service, "POST", path, body, null, null, service);
    }

    public Call once(String key) {
        return new Call(service, method, path, body, key, saying, audience);
    }

    public Call saying(String what) {
        return new Call(service, method, path, body, idempotencyKey, what, audience);
    }

    public Call withTokenFor(Service other) {
        return new Call(service, method, path, body, idempotencyKey, saying, other);
    }
}
