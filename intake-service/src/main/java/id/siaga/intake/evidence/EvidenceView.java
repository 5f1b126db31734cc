// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file as its reporter and the desk see it. */
@Schema(description = "A file that supports a report.")
record EvidenceView(
        @Schema(description = "What names it, in lower-case hexadecimal.") @Size(max = 64)
        String sha256,

        @Schema(description = "In bytes.") @Min(1) long size,

        @Schema(description = "What it really is, told from its bytes.", examples = "image/png") @Size(max = 100)
        String mediaType,

        Instant addedAt,

        @Schema(description = "Which platforms are shown it now; null unless you are the desk.") @Nullable
        List<GrantView> grants) {

    static EvidenceView of(Evidence evidence, @Nullable List<GrantView> grants) {
        return new EvidenceView(
                evidence.sha256().toString(), evidence.size(), evidence.mediaType(), evidence.addedAt(), grants);
    }
}
