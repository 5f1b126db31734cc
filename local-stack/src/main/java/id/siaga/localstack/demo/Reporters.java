// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.account.Submission;
import id.siaga.localstack.demo.show.Narrator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The scripted reporters: they send their reports at once and follow, each with its own token, what becomes of them. */
final class Reporters {
    private final Api api;
    private final Narrator narrator;
    private final String run;
    private final Map<String, String> lastSeen = new HashMap<>();

    Reporters(Api api, Narrator narrator, String run) {
        this.api = api;
        this.narrator = narrator;
        this.run = run;
    }

    List<Submission> sendAll(List<ScriptedReport> reports) throws InterruptedException {
        List<Future<Submission>> sent = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < reports.size(); i++) {
                String label = "R" + (i + 1);
                ScriptedReport report = reports.get(i);
                sent.add(each.submit(() -> send(label, report)));
            }
        }
        List<Submission> submissions = new ArrayList<>();
        for (Future<Submission> one : sent) {
            submissions.add(one.resultNow());
        }
        return submissions;
    }

    /** Looks at every accepted report as its reporter does; a report that cannot be found is left out. */
    Map<String, JsonNode> look(List<Submission> submissions) {
        Map<String, JsonNode> views = new HashMap<>();
        for (Submission submission : submissions) {
            String id = submission.reportId();
            if (id == null) {
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

    private Submission send(String label, ScriptedReport report) {
        Answer answer = api.send(
                api.suite().identity(report.party()),
                Call.post(Service.INTAKE, "/v1/reports", report.body())
                        .once("demo-" + run + "-" + label)
                        .saying("reports " + label + ": " + report.about()));
        Submission submission = new Submission(
                label,
                report.party(),
                report.about(),
                report.content(),
                report.invalid(),
                answer.ok() ? Json.textOrNull(answer.body(), "id") : null,
                answer.ok() ? null : answer.status() + " " + answer.problem());
        if (submission.reportId() != null) {
            narrator.name(submission.reportId(), label);
        }
        return submission;
    }

    private void tellChange(Submission submission, String id, JsonNode view) {
        StringBuilder seen = new StringBuilder(view.path("status").asText());
        if (view.path("items").size() > 1) {
            List<String> items = new ArrayList<>();
            view.path("items").forEach(item -> items.add(item.path("status").asText()));
            seen.append(" (items ").append(String.join(", ", items)).append(')');
        }
        boolean news = !seen.toString().equals(lastSeen.put(id, seen.toString()));
        if (news && !view.path("status").asText().equals("RECEIVED")) {
            narrator.say(submission.party(), "sees " + submission.label() + " is " + seen);
        }
    }
}
