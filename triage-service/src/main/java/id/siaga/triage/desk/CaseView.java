// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import id.siaga.triage.casework.CaseContent;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.triage.category.Severity;
import id.siaga.triage.clock.ClockView;
import id.siaga.triage.decision.DecisionView;
import id.siaga.triage.order.OrderSummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case with all that the desk knows of it.
 *
 * @param version what officers edit against; a linked report does not change it
 * @param flags the union of all that anyone raised
 */
public record CaseView(
        UUID id,
        CaseStatus status,
        long version,
        String category,
        @Nullable Severity severity,
        boolean urgent,
        List<String> flags,
        Instant openedAt,
        List<CaseContent> contents,
        List<LinkedReport> reports,
        @Nullable Assessment assessment,
        List<DecisionView> decisions,
        List<OrderSummary> orders,
        List<ClockView> clocks) {

    /** One reported item. */
    public record LinkedReport(
            UUID reportId,
            UUID itemId,
            String party,
            String category,
            String statementOfReasons,
            @Nullable String region,
            Instant submittedAt,
            Instant linkedAt,

            @JsonRawValue @Schema(implementation = Reference[].class)
            String references) {}

    /** What supports a report. */
    public record Reference(
            @Nullable String url,
            @Nullable String kind,
            @Nullable String note) {}

    /** An officer's finding. */
    public record Assessment(String category, Severity severity, String finding, String by, Instant at) {}
}
