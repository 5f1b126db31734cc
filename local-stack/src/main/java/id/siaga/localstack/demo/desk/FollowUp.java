// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.account.Facts;
import id.siaga.localstack.demo.script.Play;
import id.siaga.localstack.demo.show.Narrator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What officers do once orders are out: serve those that no webhook can reach, and check what was answered. */
public final class FollowUp {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String NEXT_ROUTE = "its local contact, by letter";

    private final Api api;
    private final Consumer<String> mailbox;
    private final Clock clock;
    private final Set<String> handled = new HashSet<>();
    private final Map<String, Instant> delivered = new HashMap<>();

    /** {@code mailbox}: how a party without an endpoint is told that something was served on it. */
    public FollowUp(Api api, Consumer<String> mailbox, Clock clock) {
        this.api = api;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    public void work(Map<String, Play> cases) {
        for (JsonNode order : orders("ISSUED", cases)) {
            Play play = play(cases, order);
            String route = play.serviceRoute();
            if (route != null && handled.add("served " + order.path("id").asText())) {
                serve(order, play.officer(), route);
                // The platform has no endpoint: its mailbox is where it learns of it.
                mailbox.accept(order.path("party").asText());
            }
        }
        for (JsonNode order : orders("DELIVERED", cases)) {
            // Confirmed by an endpoint is not yet received: without an acknowledgement the next contact route is taken.
            Instant since = delivered.computeIfAbsent(order.path("id").asText(), id -> clock.instant());
            if (since.plus(PATIENCE).isBefore(clock.instant())
                    && Json.textOrNull(order, "receivedAt") == null
                    && handled.add("served " + order.path("id").asText())) {
                serve(order, play(cases, order).officer(), NEXT_ROUTE);
            }
        }
        for (String waiting : new String[] {"CLARIFICATION_REQUESTED", "IMPOSSIBLE"}) {
            for (JsonNode order : orders(waiting, cases)) {
                if (handled.add("replied " + order.path("id").asText())) {
                    reply(order.path("id").asText(), play(cases, order));
                }
            }
        }
        for (JsonNode order : orders("ANSWERED", cases)) {
            if (handled.add("checked " + order.path("id").asText())) {
                check(order.path("id").asText(), play(cases, order).officer());
            }
        }
    }

    private List<JsonNode> orders(String status, Map<String, Play> cases) {
        List<JsonNode> ours = new ArrayList<>();
        Pages.walk(
                api, api.suite().identity("dimas"), Service.TRIAGE, "/v1/orders?status=" + status, "orders", order -> {
                    if (cases.containsKey(order.path("caseId").asText())) {
                        ours.add(order);
                    }
                    return true;
                });
        return ours;
    }

    private void serve(JsonNode order, String officer, String route) {
        String id = order.path("id").asText();
        String platform = order.path("platform").asText();
        ObjectNode service = Json.object()
                .put("route", route)
                .put("proof", "form receipt SIAGA-" + Narrator.shortId(id))
                .put("servedAt", clock.instant().toString());
        api.send(
                        api.suite().identity(officer),
                        Call.post(Service.TRIAGE, "/v1/orders/" + id + "/service", service)
                                .saying("serves order " + Narrator.shortId(id) + " on " + platform + " through "
                                        + route))
                .orThrow();
    }

    private void reply(String orderId, Play play) {
        api.send(
                        api.suite().identity(play.officer()),
                        Call.post(
                                        Service.TRIAGE,
                                        "/v1/orders/" + orderId + "/reply",
                                        Json.object().put("reply", play.reply()))
                                .saying("replies on order " + Narrator.shortId(orderId) + ": " + play.reply()))
                .orThrow();
    }

    private void check(String orderId, String officerName) {
        Identity officer = api.suite().identity(officerName);
        JsonNode order = api.send(officer, Call.get(Service.TRIAGE, "/v1/orders/" + orderId))
                .orThrow();
        ObjectNode check = Json.object();
        ArrayNode findings = check.putArray("findings");
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode locator : order.path("locators")) {
            String finding = finding(Facts.resultOf(locator));
            JsonNode result = locator.path("result");
            ObjectNode one =
                    findings.addObject().put("locatorId", locator.path("id").asText());
            one.put("finding", finding);
            if (finding.equals("REFUSAL_ACCEPTED")) {
                String ground = result.path("refusalGround").asText();
                one.put(
                        "note",
                        "Weighed: " + ground + ", " + result.path("note").asText());
                found.add("weighs the refusal as " + ground + " and accepts it");
            } else {
                found.add(finding);
            }
        }
        api.send(
                        officer,
                        Call.post(Service.TRIAGE, "/v1/orders/" + orderId + "/check", check)
                                .saying("checks order " + Narrator.shortId(orderId) + ": " + String.join(", ", found)))
                .orThrow();
    }

    private static Play play(Map<String, Play> cases, JsonNode order) {
        Play play = cases.get(order.path("caseId").asText());
        if (play == null) {
            throw new IllegalStateException("an order of a case that is not the script's");
        }
        return play;
    }

    private static String finding(String result) {
        return switch (result) {
            case "REMOVED", "ACCESS_DISABLED", "ACCOUNT_SUSPENDED", "ALREADY_GONE", "NOT_FOUND" -> "GONE";
            case "REFUSED" -> "REFUSAL_ACCEPTED";
            default -> "RESTRICTED";
        };
    }
}
