// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.breaker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When an endpoint that fails is spared, and when it is given up. */
@ConfigMapping(prefix = "siaga.breaker")
public interface BreakerConfig {

    /** After so many failures in a row information waits. */
    @WithDefault("10")
    @Min(2)
    int failures();

    /** How long it waits before one is let through to see whether the endpoint is well again. */
    @WithDefault("30s")
    Duration pause();

    /** An endpoint that has not succeeded for so long is disabled; its owner is warned when half of it is gone. */
    @WithDefault("5d")
    Duration disableAfter();

    /** And not before it was tried so often. */
    @WithDefault("20")
    @Min(1)
    int disableAfterTries();
}
