// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.content.ContentKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report that was checked and waits to be stored. */
record ReportDraft(
        @Nullable String reference,
        String category,
        String statementOfReasons,
        @Nullable String region,
        boolean election,
        @Nullable String urgencyReason,
        List<String> flags,
        List<Item> items,
        List<ReportReference> references) {

    /** An item that was checked: exactly one of url and text is there, and it names content. */
    record Item(@Nullable String url, @Nullable String text, boolean liveStream, ContentKey key) {}
}
