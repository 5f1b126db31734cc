// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A party and how it stands, with what was said of it before. */
@Schema(name = "Party")
record PartyView(
        @Size(max = Caller.LONGEST_PARTY) String party,

        Standing standing,

        @Schema(
                description =
                        "What its tokens may carry; none are named where only the service's settings know the party.")
        @Size(max = StandingRequest.MOST_ROLES)
        List<@Size(max = StandingRequest.LONGEST_ROLE) String> roles,

        @Schema(description = "The newest first.") @Size(max = PartyView.MOST_CHANGES)
        List<StandingView> changes) {

    static final int MOST_CHANGES = 200;
}
