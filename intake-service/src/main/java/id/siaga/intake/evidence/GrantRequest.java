// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.web.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a file is shown, and how long. */
@Schema(description = "To whom a file is shown, and how long.")
record GrantRequest(
        @Schema(
                description = "The party that the order addresses; it needs the role platform.",
                examples = "tiktok",
                maxLength = Caller.LONGEST_PARTY)
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,62}", message = "must be a party's code")
        String platform,

        @Schema(description = "When it ends; at most 30 days from now.") @NotNull
        Instant expiresAt) {}
