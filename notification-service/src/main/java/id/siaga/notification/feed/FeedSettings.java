// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many wait for events in one replica, and how often those that watch hear that there is none. */
@ConfigMapping(prefix = "siaga.feed")
interface FeedSettings {

    /** Long polls and streams together; each holds a connection and little else. */
    @WithDefault("400")
    int connections();

    /** Those of one party, which must not take everybody's. */
    @WithDefault("20")
    int connectionsPerParty();

    /** Shorter than proxies wait for a silent server. */
    @WithDefault("15s")
    Duration heartbeat();
}
