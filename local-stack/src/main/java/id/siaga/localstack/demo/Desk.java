// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.show.Narrator;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The scripted duty desk: officers and approvers who work from the public queue, each with a token of their own. */
final class Desk {
    private final Api api;
    private final Play.Book plays;
    private final Instant since;
    private final Set<String> itemsToCome;
    private final Map<String, Play> cases = new LinkedHashMap<>();
    private final Set<String> approved = new HashSet<>();

    /** {@code since}: older cases are left to whoever opened them; {@code items}: the reported items that the script is about. */
    Desk(Api api, Play.Book plays, Set<String> items, Instant since) {
        this.api = api;
        this.plays = plays;
        this.itemsToCome = new HashSet<>(items);
        this.since = since;
    }

    /** One look at the queue, by an officer and by the approvers. */
    void work() {
        takeNewCases();
        approve();
    }

    /** The script's cases that the desk has met so far, in the order of the queue. */
    Map<String, Play> cases() {
        return Collections.unmodifiableMap(cases);
    }

    private void takeNewCases() {
        if (itemsToCome.isEmpty()) {
            return;
        }
        Map<String, JsonNode> opened = new LinkedHashMap<>();
        Pages.walk(api, person("ratna"), Service.TRIAGE, "/v1/cases?status=NEW", "cases", entry -> {
            if (!Instant.parse(entry.path("openedAt").asText()).isBefore(since)) {
                JsonNode view = view(entry.path("id").asText());
                boolean ours = false;
                for (JsonNode report : view.path("reports")) {
                    ours |= itemsToCome.remove(report.path("itemId").asText());
                }
                if (ours) {
                    opened.put(view.path("id").asText(), view);
                }
            }
            return !itemsToCome.isEmpty();
        });
        opened.forEach(this::assessAndPropose);
    }

    private void assessAndPropose(String id, JsonNode view) {
        Play play = plays.forCase(view);
        cases.put(id, play);
        Identity officer = person(play.officer());
        ObjectNode assessment = play.assessment().deepCopy();
        assessment.put("category", view.path("category").asText());
        api.send(
                        officer,
                        Call.post(Service.TRIAGE, "/v1/cases/" + id + "/assessment", assessment)
                                .saying("assesses case " + Narrator.shortId(id) + " ("
                                        + view.path("category").asText() + ", "
                                        + view.path("reports").size() + " report(s)): "
                                        + assessment.path("severity").asText()))
                .orThrow();
        api.send(
                        officer,
                        Call.post(Service.TRIAGE, "/v1/cases/" + id + "/decisions", play.decision())
                                .once("demo-decision-" + id)
                                .saying("proposes "
                                        + play.decision().path("kind").asText() + " on case " + Narrator.shortId(id)))
                .orThrow();
    }

    private void approve() {
        if (approved.containsAll(cases.keySet())) {
            return;
        }
        Pages.walk(api, person("wulan"), Service.TRIAGE, "/v1/cases?status=IN_REVIEW", "cases", entry -> {
            String id = entry.path("id").asText();
            Play play = cases.get(id);
            if (play != null && approved.add(id)) {
                for (JsonNode decision : view(id).path("decisions")) {
                    if (decision.path("status").asText().equals("PROPOSED")) {
                        approve(decision, play);
                    }
                }
            }
            return true;
        });
    }

    private void approve(JsonNode decision, Play play) {
        String id = decision.path("id").asText();
        String what = decision.path("kind").asText() + " on case "
                + Narrator.shortId(decision.path("caseId").asText());
        String path = "/v1/decisions/" + id + "/approval";
        ObjectNode reason = Json.object().put("reason", "Read the content and the reasons; agreed.");
        if (play.tooCloseApprover() != null) {
            Answer refused = api.send(
                    person(play.tooCloseApprover()),
                    Call.post(Service.TRIAGE, path, reason)
                            .saying("tries to approve " + what + ", from the proposer's own organisation"));
            if (refused.ok()) {
                throw new IllegalStateException("an approver of the proposer's organisation could approve " + what);
            }
        }
        api.send(
                        person(play.approver()),
                        Call.post(Service.TRIAGE, path, reason).saying("approves " + what))
                .orThrow();
    }

    private JsonNode view(String caseId) {
        return api.send(person("ratna"), Call.get(Service.TRIAGE, "/v1/cases/" + caseId))
                .orThrow();
    }

    private Identity person(String name) {
        return api.suite().identity(name);
    }
}
