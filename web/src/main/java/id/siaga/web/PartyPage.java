// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the parties, by name. */
record PartyPage(
        @Size(max = PartyResource.LARGEST_PAGE) List<PartyEntry> parties,

        @Size(max = Cursor.LONGEST) @Nullable String next) {

    /** One of them. */
    record PartyEntry(
            @Size(max = Caller.LONGEST_PARTY) String party,

            Standing standing,

            @Size(max = StandingRequest.MOST_ROLES) List<@Size(max = StandingRequest.LONGEST_ROLE) String> roles) {}
}
