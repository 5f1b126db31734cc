// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service's relay works. */
@ConfigMapping(prefix = "siaga.outbox")
interface OutboxSettings {

    /** Threads, producers and locks. All replicas of a service must agree: stop them all to change it. */
    @WithDefault("2")
    int shards();

    /** Whether this process publishes; one that runs a command leaves it to those that serve. */
    @WithDefault("true")
    boolean relay();

    /** How soon rows are seen that another replica wrote, or that a crash left behind. */
    @WithDefault("200ms")
    Duration poll();

    /** Rows in one Kafka transaction at most. */
    @WithDefault("500")
    int batch();

    /** Kafka's {@code delivery.timeout.ms}; every other limit of the relay follows from it. */
    @WithDefault("30s")
    Duration deliveryTimeout();
}
