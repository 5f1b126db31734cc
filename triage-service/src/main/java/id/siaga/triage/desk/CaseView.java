// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import id.siaga.triage.casework.CaseContent;
import id.siaga.triage.casework.CaseStatus;
import id.siaga.triage.category.Severity;
import id.siaga.triage.clock.ClockView;
import id.siaga.triage.decision.DecisionView;
import id.siaga.triage.order.OrderSummary;
import id.siaga.triage.queue.Points;
import id.siaga.triage.record.Actor;
import id.siaga.triage.task.TaskView;
import id.siaga.web.Caller;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A case with all that the desk knows of it.
 *
 * @param mergedInto the case that goes on with this one, when it moved
 * @param version what officers edit against; a linked report does not change it
 * @param flags the union of all that anyone raised
 * @param points why it has its place in the queue, all reasons together
 * @param pointsFor each reason and what it counts
 * @param claim who works on it, if anybody does
 * @param withdrawn whether every report was taken back; what was decided stands until the desk decides otherwise
 */
public record CaseView(
        UUID id,
        CaseStatus status,
        @Nullable UUID mergedInto,
        @Min(0) long version,
        @Size(max = 100) String category,
        @Nullable Severity severity,
        boolean urgent,
        List<@Size(max = 100) String> flags,
        boolean withdrawn,
        Instant openedAt,
        List<CaseContent> contents,
        List<LinkedReport> reports,
        @Nullable Assessment assessment,
        List<DecisionView> decisions,
        List<OrderSummary> orders,
        List<ClockView> clocks,
        List<TaskView> tasks,
        int points,
        @Size(max = 7) List<Points> pointsFor,
        @Nullable ClaimView claim) {

    /**
     * One reported item.
     *
     * @param newFacts what its reporter says to be new since the content was reported before
     * @param withdrawnAt when its reporter took it back, if it did; the link stays
     * @param supplements what its reporter said later, the earliest first
     */
    public record LinkedReport(
            UUID reportId,
            UUID itemId,
            @Size(max = Caller.LONGEST_PARTY) String party,
            @Size(max = 100) String category,
            @Size(max = 5000) String statementOfReasons,
            @Size(max = 5) @Nullable String region,
            @Size(max = 5000) @Nullable String newFacts,
            Instant submittedAt,
            Instant linkedAt,
            @Nullable Instant withdrawnAt,
            @Size(max = 1000) @Nullable String withdrawalReason,

            @JsonRawValue @Size(max = 20) @Schema(implementation = Reference[].class)
            String references,

            List<Supplement> supplements) {}

    /** What a reporter added to an item of its own. */
    public record Supplement(
            UUID id,
            @Size(max = 5000) String statement,
            @Size(max = 5000) @Nullable String newFacts,
            @Size(max = 1000) @Nullable String urgencyReason,
            Instant supplementedAt,

            @JsonRawValue @Size(max = 20) @Schema(implementation = Reference[].class)
            String references) {}

    /** What supports a report. */
    public record Reference(
            @Size(max = 4096) @Nullable String url,
            @Size(max = 50) @Nullable String kind,
            @Size(max = 1000) @Nullable String note) {}

    /** An officer's finding. */
    public record Assessment(
            @Size(max = 100) String category,
            Severity severity,
            @Size(max = 5000) String finding,
            @Size(max = Actor.LONGEST_SHOWN) String by,
            Instant at) {}
}
