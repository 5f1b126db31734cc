// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many watch the desk in one replica, and how often they hear that nothing has changed. */
@ConfigMapping(prefix = "siaga.stream")
interface StreamSettings {

    /** Each holds a connection and little else. */
    @WithDefault("200")
    int connections();

    /** Shorter than proxies wait for a silent server. */
    @WithDefault("15s")
    Duration heartbeat();
}
