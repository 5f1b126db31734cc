// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.opentelemetry.context.Context;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a party adds to a report that it sent earlier.
 *
 * @param itemId the item that it is about
 * @param reference the party's own reference of the addition
 * @param newFacts what was not known before, if anything: only that reopens what the desk has decided
 * @param trace that of the request which brought it
 */
record Addition(
        UUID reportId,
        UUID itemId,
        @Nullable String reference,
        String statement,
        @Nullable String newFacts,
        @Nullable String urgencyReason,
        List<ReportReference> references,
        Context trace) {

    static Addition repeat(UUID reportId, UUID itemId, Sending sending) {
        ReportDraft draft = sending.draft();
        return new Addition(
                reportId,
                itemId,
                draft.reference(),
                draft.statementOfReasons(),
                draft.newFacts(),
                draft.urgencyReason(),
                draft.references(),
                sending.trace());
    }
}
