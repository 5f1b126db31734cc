// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What was answered to a request, and what was asked. */
public record Answer(String request, int status, JsonNode body) {

    /** The body of a request that worked. */
    public JsonNode orThrow() {
        if (status >= 300) {
            throw new Failure("%s: %d %s".formatted(request, status, said()));
        }
        return body;
    }

    /** Nothing when there is no such resource. */
    public Optional<JsonNode> ifFound() {
        return status == 404 ? Optional.empty() : Optional.of(orThrow());
    }

    /** A problem (RFC 9457) of ours, or an error of Keycloak's. */
    private String said() {
        for (String member : new String[] {"detail", "title", "errorMessage", "error_description", "error"}) {
            if (body.path(member).isTextual()) {
                return body.path(member).asText() + (body.has("errors") ? " " + body.path("errors") : "");
            }
        }
        return "";
    }
}
