// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.breaker;

import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an endpoint is, as its owner sees it. */
@Schema(name = "EndpointHealth")
public record Health(
        @Schema(
                description =
                        "OPEN: it failed so often in a row that information waits; HALF_OPEN: one event is let through to"
                                + " see whether it is well again. Orders are tried in any state.")
        BreakerState state,

        @Schema(description = "When it began to fail; null while it does not.") @Nullable
        Instant since,

        @Schema(description = "How often it failed since it last succeeded.") @Min(0)
        int consecutiveFailures) {

    public static final Health WELL = new Health(BreakerState.CLOSED, null, 0);
}
