// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of one order's way took; null where a part did not happen.
 *
 * @param reportToCase from the first report's acceptance until it was linked to the case, as the APIs show it
 * @param approvalToReceived from the second person's approval until the far side's ledger had the webhook, or until it was served by hand
 * @param receivedToAnswered from that receipt until the platform's answer was complete
 */
public record OrderTimes(
        String orderId,
        String caseId,
        String platform,
        String instrument,
        String status,
        String results,
        boolean byWebhook,
        @Nullable Duration reportToCase,
        @Nullable Duration approvalToReceived,
        @Nullable Duration receivedToAnswered) {

    public static OrderTimes of(JsonNode order, JsonNode caseView, Facts facts) {
        String id = order.path("id").asText();
        Optional<Instant> webhook = facts.ledger().stream()
                .filter(line -> line.verified() && line.outcome().acted())
                .filter(line ->
                        line.event().equals("order.issued") && line.subject().equals(id))
                .map(LedgerLine::time)
                .min(Instant::compareTo);
        @Nullable Instant received = webhook.orElse(instant(order, "receivedAt"));
        return new OrderTimes(
                id,
                order.path("caseId").asText(),
                order.path("platform").asText(),
                order.path("instrument").asText(),
                order.path("status").asText(),
                results(order),
                webhook.isPresent(),
                reportToCase(caseView, facts),
                between(approvedAt(id, caseView), received),
                between(received, instant(order, "answeredAt")));
    }

    private static String results(JsonNode order) {
        StringBuilder results = new StringBuilder();
        for (JsonNode locator : order.path("locators")) {
            String result = Facts.resultOf(locator);
            results.append(results.isEmpty() ? "" : ", ").append(result.isEmpty() ? "-" : result);
        }
        return results.toString();
    }

    private static @Nullable Duration reportToCase(JsonNode caseView, Facts facts) {
        @Nullable Duration first = null;
        for (JsonNode link : caseView.path("reports")) {
            JsonNode report = facts.reports().get(link.path("reportId").asText());
            Duration took = report == null ? null : between(instant(report, "receivedAt"), instant(link, "linkedAt"));
            if (took != null && (first == null || took.compareTo(first) < 0)) {
                first = took;
            }
        }
        return first;
    }

    private static @Nullable Instant approvedAt(String orderId, JsonNode caseView) {
        for (JsonNode decision : caseView.path("decisions")) {
            for (JsonNode issued : decision.path("orders")) {
                if (issued.asText().equals(orderId)) {
                    return instant(decision, "approvedAt");
                }
            }
        }
        return null;
    }

    private static @Nullable Instant instant(JsonNode tree, String field) {
        String text = Json.textOrNull(tree, field);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }
}
