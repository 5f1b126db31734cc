// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.contact.Contact;
import id.siaga.intake.legal.LegalRequest.AuthorityRequest;
import id.siaga.intake.legal.LegalRequest.ConfidentialityRequest;
import id.siaga.intake.legal.LegalRequest.GroundRequest;
import id.siaga.intake.legal.LegalRequest.MeasureRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
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

        @Schema(
                description = "Code of the harm category; an unknown one is refused.",
                examples = "election-hoax",
                maxLength = 100)
        @NotBlank
        String category,

        @Schema(
                description = "Why you hold the content to be harmful.",
                examples = "Video lama diedarkan ulang seolah-olah TPS di Kota Bandung sudah ditutup.")
        @NotBlank
        @Size(max = 5000)
        String statementOfReasons,

        @Schema(
                description = "The province concerned, ISO 3166-2:ID, or ID for the whole country.",
                examples = "ID-JB",
                maxLength = 5)
        @Pattern(regexp = "^ID(-[A-Z]{2})?$", message = "must be an ISO 3166-2:ID code such as ID-JB")
        @Nullable
        String region,

        @Schema(
                description = "The regency or city concerned, by its Kemendagri code.",
                examples = "32.73",
                maxLength = 5)
        @Pattern(regexp = "[0-9]{2}\\.[0-9]{2}", message = "must be a Kemendagri code such as 32.73")
        @Nullable
        String regency,

        @Schema(description = "Whether the report is about an election; the election-* categories imply it.") @Nullable
        Boolean election,

        @Schema(
                description = "Why it cannot wait; giving a reason claims urgency.",
                examples = "Pemungutan suara berlangsung hari ini.")
        @Size(min = 1, max = 1000)
        @Nullable
        String urgencyReason,

        @Schema(description = "Expression that deserves particular care.") @Size(max = 10) @Nullable
        Set<@NotNull Flag> flags,

        @Schema(description = "That you hold what you say to be accurate and complete: it must be true.")
        @NotNull
        @AssertTrue(message = "must be true: a report is made in good faith or not at all")
        Boolean goodFaith,

        @Schema(description = "What is new since an earlier report of the same content, where there is something.")
        @Size(min = 1, max = 5000)
        @Nullable
        String newFacts,

        @Schema(description = "What the platform should be asked to do.") @Valid @Nullable
        MeasureRequest requestedMeasure,

        @Schema(description = "The rules that the content is held to break; an ORDER needs one.")
        @Size(max = 10)
        @Nullable
        List<@NotNull @Valid GroundRequest> legalBasis,

        @Schema(description = "Why those rules apply; an ORDER needs it.") @Size(min = 1, max = 10000) @Nullable
        String legalAnalysis,

        @Schema(description = "The authority that asks; an ORDER needs it.") @Valid @Nullable
        AuthorityRequest issuingAuthority,

        @Schema(description = "When the matter must not be spoken of.") @Valid @Nullable
        ConfidentialityRequest confidentiality,

        @Schema(description = "Whom to ask; kept apart, encrypted.") @Valid @Nullable
        Contact contact,

        @Schema(description = "What is reported, each with a status of its own.") @NotEmpty @Size(max = 50)
        List<@NotNull @Valid ItemRequest> items,

        @Schema(description = "What supports the report: never itself content.") @Size(max = 20) @Nullable
        List<@NotNull @Valid ReferenceRequest> references) {}
