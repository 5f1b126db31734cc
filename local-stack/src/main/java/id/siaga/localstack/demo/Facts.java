// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.siaga.localstack.platform.LedgerLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the account of a run is made from: receipts of what was sent, what the public APIs answer about it at the end,
 * and the far side's ledger. Nothing here comes from a service's tables.
 *
 * @param reports what the reporters see, by report id
 * @param cases what the desk sees, by case id, in the order of the queue
 * @param orders what the desk sees, by order id
 */
record Facts(
        Instant startedAt,
        List<Submission> submissions,
        Map<String, JsonNode> reports,
        Map<String, JsonNode> cases,
        Map<String, JsonNode> orders,
        List<LedgerLine> ledger) {

    JsonNode caseOf(JsonNode order) {
        JsonNode view = cases.get(order.path("caseId").asText());
        return view == null ? MissingNode.getInstance() : view;
    }

    static String shortId(String id) {
        return id.substring(Math.max(0, id.length() - 8));
    }

    /** The result of a locator is shown as a word or as an object that holds one; empty when there is none. */
    static String resultOf(JsonNode locator) {
        JsonNode result = locator.path("result");
        return result.isTextual() ? result.asText() : result.path("result").asText("");
    }

    static boolean approved(JsonNode decision) {
        return decision.path("status").asText().equals("APPROVED");
    }
}
