// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** An officer who prepares orders and an approver who issues them, by the public API alone. */
final class DutyDesk {

    private static final int PREPARED_AT_ONCE = 8;

    private static final String ASSESSMENT = """
        {"category": "fraud", "severity": "HIGH", "flags": [], "finding": "A lottery that does not exist."}\
        """;

    private static final String ORDER = """
        {"kind": "ORDER", "reasons": "The video collects bank details for a lottery that does not exist.",
         "legalBasis": {"instrument": "UU 1/2024", "article": "28"},
         "authority": {"party": "polri", "fileReference": "LP/B/812"},
         "proportionality": "People lose money every hour; a label would not stop them.",
         "territorialScope": ["ID"],
         "redress": "The uploader can appeal through the platform within 14 days."}\
        """;

    private final Api api;

    DutyDesk(Api api) {
        this.api = api;
    }

    /** Assesses each new case that reports of this kind have opened and proposes an order; returns the proposals' ids. */
    List<String> prepareOrders(String headline) {
        try (ExecutorService threads = Executors.newFixedThreadPool(PREPARED_AT_ONCE)) {
            return newCases(headline).stream()
                    .map(entry -> threads.submit(() -> propose(entry.path("id").asText())))
                    .toList()
                    .stream()
                    .map(DutyDesk::result)
                    .toList();
        }
    }

    /** The entries of the queue for cases that reports of this kind have opened and nobody has looked at. */
    List<JsonNode> newCases(String headline) {
        List<JsonNode> found = new ArrayList<>();
        Pages.walk(api, person("ratna"), Service.TRIAGE, "/v1/cases?status=NEW", "cases", entry -> {
            if (entry.path("headline").asText().startsWith(headline)) {
                found.add(entry);
            }
            return true;
        });
        return found;
    }

    /** Assesses a case and proposes an order; returns the proposal's id. */
    String propose(String caseId) {
        String path = "/v1/cases/" + caseId;
        send("ratna", Call.post(Service.TRIAGE, path + "/assessment", json(ASSESSMENT)));
        Call proposal =
                Call.post(Service.TRIAGE, path + "/decisions", json(ORDER)).once("propose-" + caseId);
        return send("ratna", proposal).path("id").asText();
    }

    /** Approves, and returns the orders that this has issued. When the answer was lost, the repeat is told that it is done. */
    List<String> approve(String proposal) {
        String path = "/v1/decisions/" + proposal;
        Answer answer = api.send(person("yusuf"), Call.post(Service.TRIAGE, path + "/approval", Json.object()));
        if (!answer.ok() && answer.status() != 409) {
            answer.orThrow();
        }
        JsonNode decision = send("yusuf", Call.get(Service.TRIAGE, path));
        List<String> orders = new ArrayList<>();
        if (decision.path("status").asText().equals("APPROVED")) {
            decision.path("orders").forEach(order -> orders.add(order.asText()));
        }
        return orders;
    }

    private static String result(Future<String> proposal) {
        try {
            return proposal.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private JsonNode send(String who, Call call) {
        return api.send(person(who), call).orThrow();
    }

    private Identity person(String name) {
        return api.suite().identity(name);
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
