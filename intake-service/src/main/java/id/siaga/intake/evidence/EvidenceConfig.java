// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much evidence is taken, and how long it is shown. */
@ConfigMapping(prefix = "siaga.evidence")
public interface EvidenceConfig {

    /** The longest file. */
    @WithDefault("10M")
    MemorySize largest();

    /** How many files one report may have. */
    @WithDefault("50")
    int mostPerReport();

    /** How long one file may take to arrive. */
    @WithDefault("10M")
    Duration longestUpload();

    /** After how long a body that came to nothing is removed; longer than it may take to arrive. */
    @WithDefault("1H")
    Duration leftoversKept();

    /** How far ahead a platform may be shown evidence. */
    @WithDefault("P30D")
    Duration longestGrant();
}
