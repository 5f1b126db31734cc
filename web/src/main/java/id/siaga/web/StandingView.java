// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a party has stood since a time, who said so and why. */
@Schema(name = "StandingChange")
record StandingView(
        @Min(1) int version,

        Standing standing,

        @Size(max = StandingRequest.MOST_ROLES) List<@Size(max = StandingRequest.LONGEST_ROLE) String> roles,

        @Size(max = StandingRequest.LONGEST_REASON) @Nullable
        String reason,

        @Schema(description = "The operator: its party, and who it is at its issuer.") @Size(max = LONGEST_OPERATOR)
        String by,

        Instant at) {

    static final int LONGEST_OPERATOR = Caller.LONGEST_PARTY + 1 + Caller.LONGEST_SUBJECT;
}
