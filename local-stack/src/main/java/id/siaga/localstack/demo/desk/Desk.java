// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.script.Play;
import id.siaga.localstack.demo.show.Narrator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The scripted duty desk: officers and approvers who work from the public queue, each with a token of their own. */
public final class Desk {
    private static final int HEADLINE = 60;

    private final Api api;
    private final Play.Book plays;
    private final Instant since;
    private final Map<String, Optional<String>> items = new ConcurrentHashMap<>();
    private final Map<String, Play> cases = new LinkedHashMap<>();
    private final List<Proposal> proposals = new ArrayList<>();

    /** A decision that waits for a second person. */
    private record Proposal(JsonNode decision, Play play, boolean first) {}

    /** {@code since}: older cases are left to whoever opened them. */
    public Desk(Api api, Play.Book plays, Instant since) {
        this.api = api;
        this.plays = plays;
        this.since = since;
    }

    /** The script is about this item; the play is named, or goes by the category. */
    public void expect(String itemId, Optional<String> play) {
        items.put(itemId, play);
    }

    /** One look at the queue by an officer, and by the approvers at what was proposed before. */
    public void work() {
        List<Proposal> waiting = List.copyOf(proposals);
        proposals.clear();
        waiting.forEach(this::decide);
        takeNewCases();
    }

    /** The script's cases that the desk has met so far, in the order of the queue. */
    public synchronized Map<String, Play> cases() {
        return new LinkedHashMap<>(cases);
    }

    private void takeNewCases() {
        List<String> opened = new ArrayList<>();
        Pages.walk(api, person("ratna"), Service.TRIAGE, "/v1/cases?status=NEW", "cases", entry -> {
            if (!Instant.parse(entry.path("openedAt").asText()).isBefore(since)) {
                opened.add(entry.path("id").asText());
            }
            return true;
        });
        for (String id : opened) {
            JsonNode view = view(id);
            List<Optional<String>> ours = view.path("reports")
                    .valueStream()
                    .map(report -> items.get(report.path("itemId").asText()))
                    .filter(known -> known != null)
                    .toList();
            if (!ours.isEmpty()) {
                String named =
                        ours.stream().flatMap(Optional::stream).findFirst().orElse(null);
                assessAndPropose(id, view, plays.forCase(named, view));
            }
        }
    }

    private void assessAndPropose(String id, JsonNode view, Play play) {
        synchronized (this) {
            cases.put(id, play);
        }
        JsonNode reports = view.path("reports");
        ObjectNode assessment = play.assessment().deepCopy();
        assessment.put("category", view.path("category").asText());
        api.send(
                        person(play.officer()),
                        Call.post(Service.TRIAGE, "/v1/cases/" + id + "/assessment", assessment)
                                .saying("assesses case " + Narrator.shortId(id) + " ("
                                        + view.path("category").asText() + ", "
                                        + reports.size() + " report(s)): "
                                        + assessment.path("severity").asText() + ", \""
                                        + Narrator.shorten(
                                                reports.path(0)
                                                        .path("statementOfReasons")
                                                        .asText(),
                                                HEADLINE)
                                        + "\""))
                .orThrow();
        propose(id, play, play.decision(), true);
    }

    private void propose(String caseId, Play play, JsonNode decision, boolean first) {
        JsonNode proposed = api.send(
                        person(play.officer()),
                        Call.post(Service.TRIAGE, "/v1/cases/" + caseId + "/decisions", decision)
                                .once("demo-decision-" + caseId + (first ? "" : "-2"))
                                .saying("proposes " + decision.path("kind").asText() + " on case "
                                        + Narrator.shortId(caseId)))
                .orThrow();
        proposals.add(new Proposal(proposed, play, first));
    }

    private void decide(Proposal proposal) {
        JsonNode returned = proposal.play().returned();
        if (proposal.first() && !returned.isMissingNode()) {
            giveBack(proposal, returned);
        } else {
            approve(proposal);
        }
    }

    private void giveBack(Proposal proposal, JsonNode returned) {
        String reason = returned.path("reason").asText();
        api.send(
                        person(proposal.play().approver()),
                        Call.post(
                                        Service.TRIAGE,
                                        path(proposal, "return"),
                                        Json.object().put("reason", reason))
                                .saying("returns " + what(proposal) + ": " + reason))
                .orThrow();
        propose(proposal.decision().path("caseId").asText(), proposal.play(), returned.path("decision"), false);
    }

    private void approve(Proposal proposal) {
        Play play = proposal.play();
        ObjectNode reason = Json.object().put("reason", "Read the content and the reasons; agreed.");
        if (play.tooCloseApprover() != null) {
            Answer refused = api.send(
                    person(play.tooCloseApprover()),
                    Call.post(Service.TRIAGE, path(proposal, "approval"), reason)
                            .saying("tries to approve " + what(proposal) + ", from the proposer's own organisation"));
            if (refused.ok()) {
                throw new IllegalStateException(
                        "an approver of the proposer's organisation could approve " + what(proposal));
            }
        }
        api.send(
                        person(play.approver()),
                        Call.post(Service.TRIAGE, path(proposal, "approval"), reason)
                                .saying("approves " + what(proposal)))
                .orThrow();
    }

    private static String path(Proposal proposal, String verb) {
        return "/v1/decisions/" + proposal.decision().path("id").asText() + "/" + verb;
    }

    private static String what(Proposal proposal) {
        return proposal.decision().path("kind").asText() + " on case "
                + Narrator.shortId(proposal.decision().path("caseId").asText());
    }

    private JsonNode view(String caseId) {
        return api.send(person("ratna"), Call.get(Service.TRIAGE, "/v1/cases/" + caseId))
                .orThrow();
    }

    private Identity person(String name) {
        return api.suite().identity(name);
    }
}
