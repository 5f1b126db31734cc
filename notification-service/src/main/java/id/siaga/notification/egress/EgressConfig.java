// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The limits of outbound HTTP. */
@ConfigMapping(prefix = "siaga.egress")
public interface EgressConfig {

    /** Ranges in CIDR notation that are opened although they are not public; also the only ones for plain http. */
    Optional<List<String>> allow();

    /** Longest wait for a connection. */
    @WithDefault("3s")
    Duration connectLimit();

    /** Longest time for one request, from resolving the name to the end of the answer. */
    @WithDefault("10s")
    Duration totalLimit();
}
