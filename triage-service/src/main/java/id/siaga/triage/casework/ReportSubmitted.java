// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk reads of intake's `report.submitted`: one reported item. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
record ReportSubmitted(
        UUID reportId,
        UUID itemId,
        int itemNumber,
        String party,
        String category,
        String statementOfReasons,
        @Nullable String region,
        boolean election,
        @Nullable String urgencyReason,
        List<String> flags,
        @Nullable String newFacts,
        boolean liveStream,
        Content content,
        List<Reference> references,
        @Nullable Confidentiality confidentiality,
        Instant submittedAt) {

    static final String TYPE = "id.siaga.report.submitted.v1";

    /** Later than any time the database could not hold. */
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    ReportSubmitted {
        requireNonNull(reportId, "reportId");
        requireNonNull(itemId, "itemId");
        requireNonNull(party, "party");
        requireNonNull(category, "category");
        requireNonNull(statementOfReasons, "statementOfReasons");
        requireNonNull(content, "content");
        flags = flags == null ? List.of() : List.copyOf(flags);
        references = references == null ? List.of() : List.copyOf(references);
        requirePlausible(submittedAt, "submittedAt");
    }

    boolean confidential(Instant at) {
        return confidentiality != null && confidentiality.until().isAfter(at);
    }

    /** Refuses a time that is missing, or that the database would refuse at every try. */
    static void requirePlausible(@Nullable Instant time, String member) {
        if (time == null || time.isBefore(Instant.EPOCH) || time.isAfter(FAR)) {
            throw new IllegalArgumentException(member);
        }
    }

    /** What the item is about: at a URL, or a quoted text. */
    record Content(
            String key,
            String platform,
            String kind,
            int ruleVersion,
            @Nullable String url,
            @Nullable String text) {

        Content {
            requireNonNull(key, "key");
            requireNonNull(platform, "platform");
            requireNonNull(kind, "kind");
        }
    }

    /** A matter that must not be spoken of; why stays with intake. */
    record Confidentiality(Instant until) {

        Confidentiality {
            requirePlausible(until, "until");
        }
    }

    /** What supports the report. */
    record Reference(
            @Nullable String url,
            @Nullable String kind,
            @Nullable String note) {}
}
