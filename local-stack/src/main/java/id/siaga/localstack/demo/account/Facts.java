// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.siaga.localstack.platform.LedgerLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that the account of a run is made from: receipts of what was sent, what the public APIs answer about it at the end,
 * and the far side's ledger. Nothing here comes from a service's tables.
 *
 * @param lookedAt when the public APIs were asked
 * @param reports what the reporters see, by report id
 * @param supplements what was added to a report, by report id, where a submission was answered with an earlier report
 * @param cases what the desk sees, by case id, in the order of the queue
 * @param orders what the desk sees, by order id
 * @param hands who worked on a case, by case id: the API shows persons by keys that only an auditor can resolve
 */
public record Facts(
        Instant startedAt,
        Instant lookedAt,
        List<Submission> submissions,
        Map<String, JsonNode> reports,
        Map<String, JsonNode> supplements,
        Map<String, JsonNode> cases,
        Map<String, JsonNode> orders,
        Map<String, Hands> hands,
        List<LedgerLine> ledger) {

    /** Who worked on a case at the desk, by name. */
    public record Hands(String officer, String approver) {}

    /** The same with what the far side has received meanwhile. */
    public Facts with(List<LedgerLine> now) {
        return new Facts(startedAt, lookedAt, submissions, reports, supplements, cases, orders, hands, now);
    }

    public JsonNode caseOf(JsonNode order) {
        JsonNode view = cases.get(order.path("caseId").asText());
        return view == null ? MissingNode.getInstance() : view;
    }

    /** Content that several reports spell differently and that did not end in one case. */
    List<String> scattered() {
        Map<String, Set<String>> casesOf = new TreeMap<>();
        for (Submission submission : submissions) {
            String content = submission.content();
            if (content != null && submission.accepted()) {
                Set<String> found = casesOf.computeIfAbsent(content, fresh -> new HashSet<>());
                cases.forEach((id, view) -> view.path("reports").forEach(link -> {
                    if (link.path("reportId").asText().equals(submission.reportId())) {
                        found.add(id);
                    }
                }));
            }
        }
        return casesOf.entrySet().stream()
                .filter(one -> one.getValue().size() != 1)
                .map(one -> one.getKey() + " is in " + one.getValue().size() + " cases instead of one")
                .toList();
    }

    /** The result of a locator is shown as a word or as an object that holds one; empty when there is none. */
    public static String resultOf(JsonNode locator) {
        JsonNode result = locator.path("result");
        return result.isTextual() ? result.asText() : result.path("result").asText("");
    }

    public static boolean approved(JsonNode decision) {
        return decision.path("status").asText().equals("APPROVED");
    }
}
