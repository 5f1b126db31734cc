// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Json;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of one scripted report: accepted under an id, or refused for a reason.
 *
 * @param content a name for content that several reports are about, or null
 */
record Submission(
        String label,
        String party,
        String about,
        @Nullable String content,
        boolean meantToFail,
        @Nullable String reportId,
        @Nullable String refusal) {

    static Submission of(String label, ScriptedReport report, Answer answer) {
        return new Submission(
                label,
                report.party(),
                report.about(),
                report.content(),
                report.invalid(),
                answer.ok() ? Json.textOrNull(answer.body(), "id") : null,
                answer.ok() ? null : answer.status() + " " + answer.problem());
    }

    boolean accepted() {
        return reportId != null;
    }
}
