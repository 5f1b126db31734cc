// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How recoveries and replays are worked off. */
@ConfigMapping(prefix = "siaga.recovery")
interface RecoveryConfig {

    /** How many are queued in one transaction, for whose length fan-out to the endpoint waits. */
    @WithDefault("500")
    int batch();
}
