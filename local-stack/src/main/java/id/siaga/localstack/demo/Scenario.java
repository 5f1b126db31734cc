// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.account.Facts;
import id.siaga.localstack.demo.account.Submission;
import id.siaga.localstack.demo.account.Tally;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.platform.WebhookLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The script from the first report to the last webhook: everyone works at once, through the public APIs only. */
final class Scenario {
    private static final Duration LINKING = Duration.ofSeconds(60);
    private static final Duration OUTCOMES = Duration.ofMinutes(3);
    private static final Duration DELIVERIES = Duration.ofMinutes(3);
    private static final Set<String> FINISHED = Set.of("CLOSED", "DISMISSED", "IN_REVIEW");

    private final Api api;
    private final Narrator narrator;
    private final Consumer<String> mailbox;
    private final Path ledger;
    private final Clock clock;
    private final Instant startedAt;

    Scenario(Api api, Narrator narrator, Consumer<String> mailbox, Path ledger, Clock clock) {
        this.api = api;
        this.narrator = narrator;
        this.mailbox = mailbox;
        this.ledger = ledger;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    Facts play() throws IOException, InterruptedException {
        Reporters reporters = new Reporters(api, narrator, Long.toString(startedAt.toEpochMilli(), 36));
        List<Submission> submissions = reporters.sendAll(ScriptedReport.script(startedAt.toEpochMilli()));
        Map<String, JsonNode> views = awaitLinks(reporters, submissions);
        Desk desk = new Desk(api, Play.Book.load(), itemsOf(views), startedAt);
        FollowUp followUp = new FollowUp(api, mailbox, clock);
        Instant limit = clock.instant().plus(OUTCOMES);
        Facts facts;
        do {
            desk.work();
            followUp.work(desk.cases());
            views = reporters.look(submissions);
            facts = null;
            if (views.values().stream()
                    .allMatch(view -> FINISHED.contains(view.path("status").asText()))) {
                facts = facts(submissions, views, desk);
            }
            Thread.sleep(100);
        } while ((facts == null || !Tally.of(facts).unanswered().isEmpty())
                && clock.instant().isBefore(limit));
        return awaitDeliveries(facts == null ? facts(submissions, views, desk) : facts);
    }

    private Map<String, JsonNode> awaitLinks(Reporters reporters, List<Submission> submissions)
            throws InterruptedException {
        Instant limit = clock.instant().plus(LINKING);
        Map<String, JsonNode> views;
        do {
            Thread.sleep(50);
            views = reporters.look(submissions);
        } while (clock.instant().isBefore(limit)
                && views.values().stream()
                        .flatMap(view -> view.path("items").valueStream())
                        .anyMatch(item -> item.path("status").asText().equals("RECEIVED")));
        return views;
    }

    private static Set<String> itemsOf(Map<String, JsonNode> views) {
        Set<String> items = new HashSet<>();
        views.values().forEach(view -> view.path("items")
                .forEach(item -> items.add(item.path("id").asText())));
        return items;
    }

    /** Webhooks that failed on purpose come again, some only after seconds; the account waits for them. */
    private Facts awaitDeliveries(Facts facts) throws InterruptedException {
        Instant limit = clock.instant().plus(DELIVERIES);
        Instant told = clock.instant();
        Facts now = facts;
        List<String> missing = Tally.of(now).lost();
        while (!missing.isEmpty() && clock.instant().isBefore(limit)) {
            if (Duration.between(told, clock.instant()).toSeconds() >= 5) {
                narrator.say("demo", "waits for " + missing.size() + " webhook(s) to come again");
                told = clock.instant();
            }
            Thread.sleep(200);
            now = new Facts(
                    facts.startedAt(),
                    facts.submissions(),
                    facts.reports(),
                    facts.cases(),
                    facts.orders(),
                    facts.hands(),
                    WebhookLedger.read(ledger));
            missing = Tally.of(now).lost();
        }
        return now;
    }

    private Facts facts(List<Submission> submissions, Map<String, JsonNode> views, Desk desk) {
        Map<String, JsonNode> cases = new LinkedHashMap<>();
        Map<String, JsonNode> orders = new LinkedHashMap<>();
        Map<String, Facts.Hands> hands = new LinkedHashMap<>();
        desk.cases().forEach((id, play) -> hands.put(id, new Facts.Hands(play.officer(), play.approver())));
        for (String id : desk.cases().keySet()) {
            JsonNode view = look("/v1/cases/" + id);
            cases.put(id, view);
            for (JsonNode order : view.path("orders")) {
                String orderId = order.path("id").asText();
                orders.put(orderId, look("/v1/orders/" + orderId));
            }
        }
        return new Facts(startedAt, submissions, views, cases, orders, hands, WebhookLedger.read(ledger));
    }

    /** The auditor reads everything and changes nothing: the right eyes for an account. */
    private JsonNode look(String path) {
        return api.send(api.suite().identity("ombudsman"), Call.get(Service.TRIAGE, path))
                .orThrow();
    }
}
