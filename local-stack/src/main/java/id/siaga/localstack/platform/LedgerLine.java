// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One webhook call as the far side saw it: when, which event, for whom, whether its signature held, and what came of it. */
public record LedgerLine(
        Instant time,
        String webhookId,
        String type,
        String subject,
        @Nullable String sequence,
        String party,
        boolean verified,
        Outcome outcome,
        int attempt,
        @Nullable String status) {

    /** What the receiver did with a call; only the taken ones were acted on. */
    public enum Outcome {
        /** Acted on and confirmed with 2xx. */
        TAKEN,
        /** Acted on, but the confirmation was lost on purpose: the sender must repeat it under the same webhook-id. */
        TAKEN_UNCONFIRMED,
        /** Not acted on: failed on purpose. */
        TURNED_AWAY,
        /** Not acted on, and on purpose not even answered: the sender's patience has to end. */
        LEFT_HANGING,
        /** An event already taken, confirmed again and not acted on. */
        REPEATED,
        /** The signature, its timestamp or a header was wrong. */
        UNVERIFIED,
        /** Signed, but no CloudEvent. */
        UNREADABLE;

        public boolean acted() {
            return this == TAKEN || this == TAKEN_UNCONFIRMED;
        }

        public boolean failedOnPurpose() {
            return this == TURNED_AWAY || this == LEFT_HANGING || this == TAKEN_UNCONFIRMED;
        }
    }

    public ObjectNode json() {
        return Json.object()
                .put("time", time.toString())
                .put("webhook-id", webhookId)
                .put("type", type)
                .put("subject", subject)
                .put("sequence", sequence)
                .put("party", party)
                .put("verified", verified)
                .put("outcome", outcome.name())
                .put("attempt", attempt)
                .put("status", status);
    }

    public static LedgerLine of(JsonNode line) {
        return new LedgerLine(
                Instant.parse(line.path("time").asText()),
                line.path("webhook-id").asText(),
                line.path("type").asText(),
                line.path("subject").asText(),
                Json.textOrNull(line, "sequence"),
                line.path("party").asText(),
                line.path("verified").asBoolean(),
                Outcome.valueOf(line.path("outcome").asText()),
                line.path("attempt").asInt(),
                Json.textOrNull(line, "status"));
    }

    /** The type without its prefix and version: {@code order.issued}. */
    public String event() {
        String noun = type.startsWith("id.siaga.") ? type.substring("id.siaga.".length()) : type;
        return noun.replaceFirst("\\.v\\d+$", "");
    }
}
