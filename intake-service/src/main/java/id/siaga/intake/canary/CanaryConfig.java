// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.canary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Whether canaries are issued, and how often. */
@ConfigMapping(prefix = "siaga.canary")
interface CanaryConfig {

    /** The party that is to receive them; triage-service is given the same. Without one there are none. */
    Optional<String> party();

    /** How often, in seconds at least. */
    @WithDefault("1m")
    Duration every();
}
