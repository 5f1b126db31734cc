// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.account.Deliveries;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.WebhookLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must also hold after a reports file: the reporter's endpoint was told of each new report, each event under one
 * webhook-id, and no order names a link that only supports a report.
 */
public record FeedChecks(int told, int expected, List<String> duplicated, List<String> ordersNamingALink) {
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(90);

    public static FeedChecks of(FeedOutcome feed, Api api, String reporter, Path ledger, Instant since, Clock clock)
            throws InterruptedException {
        int expected = feed.linked() - feed.replayed();
        int told = 0;
        Instant moved = clock.instant();
        while (true) {
            int now = told(feed.accepted(), reporter, WebhookLedger.read(ledger), since);
            if (now > told) {
                moved = clock.instant();
            }
            told = now;
            if (told >= expected || Duration.between(moved, clock.instant()).compareTo(WITHOUT_PROGRESS) > 0) {
                break;
            }
            Thread.sleep(500);
        }
        return new FeedChecks(
                told,
                Math.max(0, expected),
                Deliveries.duplicated(WebhookLedger.read(ledger), since),
                naming(feed.links(), api));
    }

    public boolean clean() {
        return told >= expected && duplicated.isEmpty() && ordersNamingALink.isEmpty();
    }

    private static int told(Set<String> reports, String reporter, List<LedgerLine> ledger, Instant since) {
        Set<String> told = new HashSet<>();
        for (LedgerLine line : ledger) {
            if (line.outcome().acted()
                    && !line.time().isBefore(since)
                    && line.party().equals(reporter)
                    && reports.contains(line.subject())) {
                told.add(line.subject());
            }
        }
        return told.size();
    }

    private static List<String> naming(Set<String> links, Api api) {
        List<String> orders = new ArrayList<>();
        List<String> naming = new ArrayList<>();
        Pages.walk(api, api.suite().identity("ombudsman"), Service.TRIAGE, "/v1/orders", "orders", order -> {
            orders.add(order.path("id").asText());
            return true;
        });
        for (String id : orders) {
            JsonNode order = api.send(api.suite().identity("ombudsman"), Call.get(Service.TRIAGE, "/v1/orders/" + id))
                    .orThrow();
            for (JsonNode locator : order.path("locators")) {
                if (links.contains(locator.path("url").asText())) {
                    naming.add("order " + id);
                }
            }
        }
        return naming;
    }
}
