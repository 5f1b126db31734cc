// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The events of a rehearsal: structured CloudEvents of the types that a receiver's order code knows, under a source of
 * their own and with an attribute that names the rehearsal. Who overlooks both finds an order about nothing.
 */
@ApplicationScoped
class Script {

    static final String SOURCE = "/notification-service/rehearsals";
    static final String MARK = "rehearsal";
    static final String ISSUED = "id.siaga.order.issued.v1";
    static final String WITHDRAWN = "id.siaga.order.withdrawn.v1";
    static final String UNKNOWN = "id.siaga.rehearsal.surprised.v1";

    private static final String NOTHING = "This is a rehearsal. Nothing is asked of anybody.";
    private static final String NOWHERE = "https://content.invalid/rehearsal";
    private static final Duration TO_SERVE = Duration.ofHours(1);

    private final ObjectMapper json;

    Script(ObjectMapper json) {
        this.json = json;
    }

    static String type(StepKind kind) {
        return switch (kind) {
            case ORDER, DUPLICATE, BAD_SIGNATURE, ALTERED_BODY, OUT_OF_DATE, SEVERAL_SIGNATURES, SLOW_RETRY -> ISSUED;
            case WITHDRAWAL -> WITHDRAWN;
            case UNKNOWN_TYPE -> UNKNOWN;
        };
    }

    byte[] body(Step step) {
        ObjectNode event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", step.eventId().toString())
                .put("source", SOURCE)
                .put("type", type(step.kind()))
                .put("subject", step.orderId().toString())
                .put("time", step.startedAt().toString())
                .put("datacontenttype", "application/json")
                .put("sequence", step.kind() == StepKind.WITHDRAWAL ? "2" : "1")
                .put("correlationid", step.rehearsalId().toString())
                .put(MARK, step.rehearsalId().toString());
        event.set("data", data(step));
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException ownTree) {
            throw new UncheckedIOException(ownTree);
        }
    }

    private ObjectNode data(Step step) {
        return switch (type(step.kind())) {
            case WITHDRAWN -> withdrawn(step);
            case UNKNOWN -> json.createObjectNode().put("note", NOTHING);
            default -> issued(step);
        };
    }

    private ObjectNode issued(Step step) {
        ObjectNode order = json.createObjectNode()
                .put("id", step.orderId().toString())
                .put("caseId", step.rehearsalId().toString())
                .put("platform", MARK)
                .put("party", step.party())
                .put("instrument", "REFERRAL")
                .put("category", "other")
                .put("urgent", false)
                .put("status", "ISSUED");
        order.putArray("locators")
                .addObject()
                .put("id", step.rehearsalId().toString())
                .put("url", NOWHERE)
                .put("contentKey", "web:url:" + NOWHERE);
        order.put("reasons", NOTHING)
                .put("terms", NOTHING)
                .putNull("legalBasis")
                .putNull("authority");
        order.put("proportionality", NOTHING).putArray("territorialScope").add("ID");
        order.put("redress", NOTHING)
                .put("appealCode", step.orderId().toString().replace("-", ""))
                .put("issuedAt", step.startedAt().toString())
                .put("serveBy", step.startedAt().plus(TO_SERVE).toString());
        ObjectNode data = json.createObjectNode();
        data.set("order", order);
        return data;
    }

    private ObjectNode withdrawn(Step step) {
        ObjectNode data = json.createObjectNode()
                .put("orderId", step.orderId().toString())
                .put("caseId", step.rehearsalId().toString())
                .put("platform", MARK)
                .put("instrument", "REFERRAL")
                .put("status", "WITHDRAWN")
                .put("at", step.startedAt().toString())
                .put("reason", NOTHING);
        data.putArray("reinstate").add(step.rehearsalId().toString());
        return data;
    }
}
