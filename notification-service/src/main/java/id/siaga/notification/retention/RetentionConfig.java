// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long each class of data is kept; docs/retention.md says why these defaults. */
@ConfigMapping(prefix = "siaga.retention")
interface RetentionConfig {

    /** The log of attempts, to the end of the week in which it is older than this. */
    @WithDefault("P90D")
    Duration attempts();

    /** Events, with what the feed has of them, to the end of the month in which they are older than this. */
    @WithDefault("P400D")
    Duration events();

    /** How often is looked. */
    @WithDefault("1h")
    Duration every();
}
