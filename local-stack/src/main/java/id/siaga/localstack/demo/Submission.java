// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Json;
import org.jspecify.annotations.Nullable;

/** The receipt of one scripted report: accepted under an id, or refused for a reason. */
record Submission(
        String label,
        String party,
        String about,
        boolean meantToFail,
        @Nullable String reportId,
        @Nullable String refusal) {

    static Submission of(String label, ScriptedReport report, Answer answer) {
        JsonNode body = answer.body();
        return answer.ok()
                ? new Submission(
                        label, report.party(), report.about(), report.invalid(), Json.textOrNull(body, "id"), null)
                : new Submission(
                        label,
                        report.party(),
                        report.about(),
                        report.invalid(),
                        null,
                        answer.status() + " " + answer.problem());
    }

    boolean accepted() {
        return reportId != null;
    }
}
