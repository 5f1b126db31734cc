// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The legal parts of a report, as a party sends them. */
public final class LegalRequest {

    private LegalRequest() {}

    /** What is asked for. */
    @Schema(name = "MeasureRequest", description = "What the platform should be asked to do; the desk decides.")
    public record MeasureRequest(
            @Schema(description = "ORDER is binding: only an authority may ask for it.") @NotNull
            Instrument instrument,

            @Schema(description = "What should be done about the content.") @Nullable
            Action action,

            @Schema(
                    description = "Where, in ISO 3166-1 or 3166-2 codes, no wider than needed; an ORDER needs it.",
                    examples = "[\"ID\"]")
            @Size(max = 60)
            @Nullable
            List<@NotNull @Size(max = 6) String> territorialScope) {

        /** The measure as it is kept. */
        public Measure measure() {
            return new Measure(instrument, action, territorialScope == null ? List.of() : territorialScope);
        }
    }

    /** One rule. */
    @Schema(name = "LegalGround", description = "A rule that the content is held to break.")
    public record GroundRequest(
            @Schema(description = "The law or regulation, as it is cited.", examples = "Permenkominfo 5/2020")
            @NotBlank
            @Size(max = 200)
            String instrument,

            @Schema(description = "The article, paragraph or point of it.", examples = "9(3)")
            @NotBlank
            @Size(max = 100)
            String article) {

        /** The ground as it is kept. */
        public LegalGround ground() {
            return new LegalGround(instrument, article);
        }
    }

    /** Who asks. */
    @Schema(name = "IssuingAuthority", description = "The authority in whose name a measure is asked for.")
    public record AuthorityRequest(
            @Schema(
                    description = "The office, as it signs.",
                    examples = "Direktorat Tindak Pidana Siber, Bareskrim Polri")
            @NotBlank
            @Size(max = 200)
            String name,

            @Schema(description = "Its own file; an ORDER needs it.", examples = "B/123/XI/2024/Dittipidsiber")
            @Size(min = 1, max = 100)
            @Nullable
            String fileReference) {

        /** The authority as it is kept. */
        public Authority authority() {
            return new Authority(name, fileReference);
        }
    }

    /** What must not be spoken of. */
    @Schema(name = "ConfidentialityRequest", description = "A confidential matter, with its reason and its end.")
    public record ConfidentialityRequest(
            @Schema(description = "Why nobody outside may be told.") @NotBlank @Size(max = 1000)
            String reason,

            @Schema(description = "When it ends; in the future.", examples = "2024-12-11T00:00:00Z") @NotNull
            Instant until) {

        /** The confidentiality as it is kept. */
        public Confidentiality confidentiality() {
            return new Confidentiality(reason, until);
        }
    }
}
