// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One piece of support, as a party sends it. */
@Schema(description = "A fact-check, a news article, a screenshot.")
record ReferenceRequest(
        @Schema(description = "Where it is.", examples = "https://cekfakta.example/2024/11/27/tps-bandung-ditutup")
        @NotNull
        @Size(max = 4096)
        @Pattern(regexp = "[hH][tT][tT][pP][sS]?://\\S+", message = "must be an http or https URL")
        String url,

        @Schema(description = "What it is.") @NotNull ReportReference.Kind kind,

        @Schema(description = "What the reader should know about it.") @Size(max = 1000) @Nullable
        String note) {

    static List<ReportReference> kept(@Nullable List<ReferenceRequest> references) {
        return references == null
                ? List.of()
                : references.stream()
                        .map(one -> new ReportReference(one.url(), one.kind(), one.note()))
                        .toList();
    }
}
