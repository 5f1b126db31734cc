// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact-check, a news article, a screenshot: it supports a report and is never itself content. */
@Embeddable
@RegisterForReflection(ignoreNested = false) // for Jackson: supplements keep it as JSON
record ReportReference(
        String url,

        @Enumerated(EnumType.STRING) @Column(columnDefinition = "text")
        Kind kind,

        @Nullable String note) {

    /** What supports the report. */
    @Schema(name = "ReferenceKind")
    enum Kind {
        FACT_CHECK,
        NEWS,
        SCREENSHOT,
        OTHER
    }
}
