// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nothing of a report may be deleted. */
@Schema(name = "LegalHold", description = "Why nothing of a report may be deleted or erased until the hold is lifted.")
record HoldRequest(
        @Schema(examples = "Perkara 12/Pid.Sus/2025/PN Bdg") @NotBlank @Size(max = 1000)
        String reason) {}
