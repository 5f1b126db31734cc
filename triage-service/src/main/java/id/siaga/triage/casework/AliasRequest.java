// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.web.InvalidRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Two content keys that turned out to be of one content.
 *
 * @param from the key that is given up: it is answered with the other one
 * @param to the key that stands for both
 * @param reason how it was found out
 */
public record AliasRequest(
        @NotNull @Size(max = 1200) @Pattern(regexp = KEY, message = NO_KEY)
        String from,

        @NotNull @Size(max = 1200) @Pattern(regexp = KEY, message = NO_KEY)
        String to,

        @Nullable @Size(max = 2000) String reason) {

    /** What intake takes as a key. */
    private static final String KEY = "[a-z0-9-]{1,50}:[a-z0-9-]{1,50}:[!-~]{1,1024}";

    private static final String NO_KEY = "must be a content key such as tiktok:video:7301234567890123456";

    /** Refuses a key that would be its own alias. */
    void check() {
        if (from.equals(to)) {
            throw new InvalidRequest("/to", "is the same key");
        }
    }
}
