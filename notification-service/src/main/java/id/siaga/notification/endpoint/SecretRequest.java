// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a secret is replaced. */
public record SecretRequest(
        @Schema(
                description =
                        "For how many hours the old secret signs along; 24 when left out, 0 for one that has leaked.",
                defaultValue = "24")
        @Min(0)
        @Max(SecretRequest.LONGEST_OVERLAP)
        @Nullable
        Integer overlapHours) {

    static final int LONGEST_OVERLAP = 168;

    private static final int USUAL_OVERLAP = 24;

    int hours() {
        return overlapHours == null ? USUAL_OVERLAP : overlapHours;
    }
}
