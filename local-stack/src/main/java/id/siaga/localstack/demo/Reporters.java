// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.account.Submission;
import id.siaga.localstack.demo.script.ScriptedReport;
import id.siaga.localstack.demo.show.Narrator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/** The scripted reporters: they send their reports at once and follow, each with its own token, what becomes of them. */
final class Reporters {
    private static final Set<String> FINISHED = Set.of("CLOSED", "DISMISSED");

    private final Api api;
    private final Narrator narrator;
    private final String run;
    private final BiConsumer<ScriptedReport, JsonNode> accepted;
    private final List<Submission> submissions = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> lastSeen = new HashMap<>();

    /** {@code accepted} is told of every report that was taken, with the view that the API gave of it. */
    Reporters(Api api, Narrator narrator, String run, BiConsumer<ScriptedReport, JsonNode> accepted) {
        this.api = api;
        this.narrator = narrator;
        this.run = run;
        this.accepted = accepted;
    }

    /** What was sent so far, in the order of the script. */
    List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    /** Sends the reports of a scene, all at once. */
    void send(List<ScriptedReport> reports) {
        List<Future<Submission>> sent = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < reports.size(); i++) {
                String label = "R" + (submissions.size() + i + 1);
                ScriptedReport report = reports.get(i);
                sent.add(each.submit(() -> send(label, report)));
            }
        }
        sent.forEach(one -> submissions.add(one.resultNow()));
    }

    /** Looks at every accepted report as its reporter does; a report that cannot be found is left out. */
    Map<String, JsonNode> look() {
        Map<String, JsonNode> views = new HashMap<>();
        for (Submission submission : submissions) {
            String id = submission.reportId();
            if (id == null) {
                continue;
            }
            JsonNode known = lastSeen.get(id);
            if (known != null && FINISHED.contains(known.path("status").asText())) {
                views.put(id, known);
                continue;
            }
            Answer answer =
                    api.send(api.suite().identity(submission.party()), Call.get(Service.INTAKE, "/v1/reports/" + id));
            if (answer.ok()) {
                views.put(id, answer.body());
                tellChange(submission, id, answer.body());
            }
        }
        return views;
    }

    /** What was added to reports that had been sent before, by the report's id. */
    Map<String, JsonNode> supplements() {
        Map<String, JsonNode> supplements = new HashMap<>();
        for (Submission submission : submissions) {
            String id = submission.reportId();
            if (id != null && submission.supplements()) {
                Call call = Call.get(Service.INTAKE, "/v1/reports/" + id + "/supplements");
                supplements.put(
                        id,
                        api.send(api.suite().identity(submission.party()), call)
                                .orThrow()
                                .path("supplements"));
            }
        }
        return supplements;
    }

    private Submission send(String label, ScriptedReport report) {
        Call call = Call.post(Service.INTAKE, "/v1/reports", report.body())
                .once("demo-" + run + "-" + label)
                .saying("reports " + label + ": " + report.about());
        Answer answer = api.send(
                api.suite().identity(report.party()),
                report.wrongToken() ? call.withTokenFor(Service.NOTIFICATION) : call);
        Submission submission = new Submission(
                label,
                report.party(),
                report.about(),
                report.content(),
                report.expected(),
                answer.status(),
                answer.ok() ? Json.textOrNull(answer.body(), "id") : null,
                answer.ok() ? null : answer.status() + " " + answer.problem(),
                report.body());
        if (submission.reportId() != null) {
            narrator.name(submission.reportId(), label);
            accepted.accept(report, answer.body());
        }
        return submission;
    }

    /** Only what reporters wait for: the end, or a question. */
    private void tellChange(Submission submission, String id, JsonNode view) {
        String status = view.path("status").asText();
        JsonNode before = lastSeen.put(id, view);
        boolean asked = status.equals("IN_REVIEW")
                && view.path("items").valueStream().anyMatch(item -> Json.textOrNull(item, "reason") != null);
        boolean worthTelling = FINISHED.contains(status) || asked;
        if (worthTelling && !view.equals(before)) {
            String reason = view.path("items").path(0).path("reason").asText();
            narrator.say(
                    submission.party(),
                    "sees " + submission.label() + " is " + status
                            + (reason.isEmpty() ? "" : ": " + Narrator.shorten(reason, 90)));
        }
    }
}
