// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a party shall stand from now on. */
@Schema(name = "Standing", description = "How a party shall stand from now on.")
record StandingRequest(
        @NotNull Standing standing,

        @Schema(description = "What tokens that name the party may carry at most.")
        @NotEmpty
        @Size(max = StandingRequest.MOST_ROLES)
        List<@NotNull @Size(max = StandingRequest.LONGEST_ROLE) String> roles,

        @Schema(description = "Why; needed to suspend a party, and when it leaves.")
        @Size(max = LONGEST_REASON)
        @Nullable
        String reason) {

    static final int MOST_ROLES = 20;
    static final int LONGEST_ROLE = 63;
    static final int LONGEST_REASON = 1000;
}
