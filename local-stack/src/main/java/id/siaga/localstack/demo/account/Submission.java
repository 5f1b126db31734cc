// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of one scripted report: accepted under an id, or refused for a reason.
 *
 * @param content a name for content that several reports are about, or null
 * @param expected the HTTP status that the script expects
 * @param body what was sent
 */
public record Submission(
        String label,
        String party,
        String about,
        @Nullable String content,
        int expected,
        int status,
        @Nullable String reportId,
        @Nullable String refusal,
        JsonNode body) {

    private static final int KNOWN = 200;

    public boolean accepted() {
        return reportId != null;
    }

    /** Whether its party had reported all of it before: what it says stands among that report's supplements. */
    public boolean supplements() {
        return status == KNOWN;
    }
}
