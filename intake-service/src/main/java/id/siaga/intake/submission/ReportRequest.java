// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as a party sends it. */
@Schema(description = "One party's statement that specific content is harmful.")
record ReportRequest(
        @Schema(description = "Your own reference; it comes back in every status.", examples = "MAFINDO-2024-1127-03")
        @Size(max = 100)
        @Nullable
        String reference,

        @Schema(description = "Code of the harm category; an unknown one is refused.", examples = "election-hoax")
        @NotBlank
        String category,

        @Schema(
                description = "Why you hold the content to be harmful.",
                examples = "Video lama diedarkan ulang seolah-olah TPS di Kota Bandung sudah ditutup.")
        @NotBlank
        @Size(max = 5000)
        String statementOfReasons,

        @Schema(description = "The province concerned, ISO 3166-2:ID, or ID for the whole country.", examples = "ID-JB")
        @Pattern(regexp = "^ID(-[A-Z]{2})?$", message = "must be an ISO 3166-2:ID code such as ID-JB")
        @Nullable
        String region,

        @Schema(description = "Whether the report is about an election; the election-* categories imply it.") @Nullable
        Boolean election,

        @Schema(
                description = "Why it cannot wait; giving a reason claims urgency.",
                examples = "Pemungutan suara berlangsung hari ini.")
        @Size(min = 1, max = 1000)
        @Nullable
        String urgencyReason,

        @Schema(description = "Expression that deserves particular care.") @Nullable
        Set<@NotNull Flag> flags,

        @Schema(description = "What is reported, each with a status of its own.") @NotEmpty @Size(max = 50)
        List<@NotNull @Valid ItemRequest> items,

        @Schema(description = "What supports the report: never itself content.") @Size(max = 20) @Nullable
        List<@NotNull @Valid ReferenceRequest> references) {

    /** One piece of content. */
    @Schema(description = "Content at a URL, or a quoted text: exactly one of the two.")
    record ItemRequest(
            @Schema(
                    description = "Where the content is; any spelling.",
                    examples = "https://youtu.be/dQw4w9WgXcQ?si=b7hT0yq3")
            @Size(min = 1, max = 4096)
            @Nullable
            String url,

            @Schema(description = "The text of a forwarded message that has no locator.")
            @Size(min = 1, max = 10000)
            @Nullable
            String text,

            @Schema(description = "Whether it is being broadcast live.") @Nullable
            Boolean liveStream) {}

    /** One piece of support. */
    @Schema(description = "A fact-check, a news article, a screenshot.")
    record ReferenceRequest(
            @Schema(description = "Where it is.", examples = "https://cekfakta.example/2024/11/27/tps-bandung-ditutup")
            @NotNull
            @Size(max = 4096)
            @Pattern(regexp = "[hH][tT][tT][pP][sS]?://\\S+", message = "must be an http or https URL")
            String url,

            @Schema(description = "What it is.") @NotNull ReportReference.Kind kind,

            @Schema(description = "What the reader should know about it.") @Size(max = 1000) @Nullable
            String note) {}
}
