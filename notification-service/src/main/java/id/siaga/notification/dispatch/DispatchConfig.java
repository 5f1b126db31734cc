// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is sent at once, and how claims are held. */
@ConfigMapping(prefix = "siaga.delivery")
interface DispatchConfig {

    /** Attempts in flight in this replica. */
    @WithDefault("512")
    int inFlight();

    /** Attempts in flight towards one endpoint, in all replicas; a quarter of them is kept free for orders. */
    @WithDefault("16")
    int perEndpoint();

    /** For how long a claim is held; longer than the total limit of a request, or one event goes out twice at once. */
    @WithDefault("15s")
    Duration lease();

    /** How soon what falls due is seen when nothing hints at it. */
    @WithDefault("250ms")
    Duration poll();

    /** At a stop, how long attempts in flight are waited for before they are given back. */
    @WithDefault("12s")
    Duration grace();
}
