// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The limits of outbound HTTP. */
@ConfigMapping(prefix = "siaga.egress")
public interface EgressConfig {

    /**
     * Ranges in CIDR notation that are opened although they are not public: on every port, also for plain http, and
     * without the proxy.
     */
    Optional<List<String>> allow();

    /** Ports that may be called anywhere else. */
    @WithDefault("443")
    Set<Integer> ports();

    /** {@code host:port} of a proxy that opens tunnels (CONNECT); it is given the vetted address, never a name. */
    Optional<String> proxy();

    /** Longest time to look up a name, and again to connect, TLS included. */
    @WithDefault("3s")
    Duration connectLimit();

    /** Longest wait, from the connection on, for the head of the answer. */
    @WithDefault("8s")
    Duration headersLimit();

    /** Longest time to read an answer's body; it is read for the log only. */
    @WithDefault("2s")
    Duration bodyLimit();

    /** Longest time for all of it. */
    @WithDefault("10s")
    Duration totalLimit();
}
