// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client's proof of one call: who asked what, when the answer came and what it was; status 0 means no answer. */
public record Receipt(
        Instant time,
        String who,
        String party,
        String service,
        String method,
        String path,
        int status,
        long millis,
        int tries,
        @Nullable String idempotencyKey,
        @Nullable String id,
        @Nullable String problem,
        @Nullable String saying) {

    public ObjectNode json() {
        return Json.object()
                .put("time", time.toString())
                .put("who", who)
                .put("party", party)
                .put("service", service)
                .put("method", method)
                .put("path", path)
                .put("status", status)
                .put("ms", millis)
                .put("tries", tries)
                .put("idempotencyKey", idempotencyKey)
                .put("id", id)
                .put("problem", problem)
                .put("saying", saying);
    }

    public static Receipt of(JsonNode line) {
        return new Receipt(
                Instant.parse(line.path("time").asText()),
                line.path("who").asText(),
                line.path("party").asText(),
                line.path("service").asText(),
                line.path("method").asText(),
                line.path("path").asText(),
                line.path("status").asInt(),
                line.path("ms").asLong(),
                line.path("tries").asInt(),
                Json.textOrNull(line, "idempotencyKey"),
                Json.textOrNull(line, "id"),
                Json.textOrNull(line, "problem"),
                Json.textOrNull(line, "saying"));
    }
}
