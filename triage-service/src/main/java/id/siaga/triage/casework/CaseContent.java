// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about: at a URL, or a quoted text; neither for a key that is known from an alias only.
 *
 * @param confidentialUntil until when partners are not told where it is
 * @param sameAs the content that stands for this one, where two keys turned out to be of one content
 */
public record CaseContent(
        UUID id,
        @Size(max = 1200) String key,
        @Size(max = 63) String platform,
        @Size(max = 63) String kind,
        @Size(max = 4096) @Nullable String url,
        @Size(max = 10000) @Nullable String text,
        @Nullable Instant confidentialUntil,
        @Nullable UUID sameAs) {

    boolean confidential(Instant at) {
        return confidentialUntil != null && confidentialUntil.isAfter(at);
    }
}
