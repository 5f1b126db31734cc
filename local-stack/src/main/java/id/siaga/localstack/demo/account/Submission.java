// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import org.jspecify.annotations.Nullable;

/**
 * The receipt of one scripted report: accepted under an id, or refused for a reason.
 *
 * @param content a name for content that several reports are about, or null
 */
public record Submission(
        String label,
        String party,
        String about,
        @Nullable String content,
        boolean meantToFail,
        @Nullable String reportId,
        @Nullable String refusal) {

    public boolean accepted() {
        return reportId != null;
    }
}
