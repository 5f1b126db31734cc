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

    /**
     * How long rows gather after each batch. A Kafka transaction costs the broker as much for one row as for
     * a hundred: without a pause the relay of a busy service spends more on them than the service on its requests. The
     * first row after a pause waits for nothing.
     */
    @WithDefault("25ms")
    Duration gathering();

    /** Rows in one Kafka transaction at most. */
    @WithDefault("500")
    int batch();

    /** Kafka's {@code delivery.timeout.ms}; every other limit of the relay follows from it. */
    @WithDefault("30s")
    Duration deliveryTimeout();
}
