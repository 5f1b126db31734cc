// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rehearsals are played. */
@ConfigMapping(prefix = "siaga.rehearsal")
interface RehearsalConfig {

    /** How long the slow retry comes after the step before it. */
    @WithDefault("20s")
    Duration pause();
}
