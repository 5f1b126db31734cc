// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How long each class of data is kept; docs/retention.md says why these defaults. */
@ConfigMapping(prefix = "siaga.retention")
public interface RetentionLimits {

    /** Who the human reporter is, from the receipt of the report. */
    @WithDefault("P180D")
    Duration contacts();

    /** Media files, from the receipt of the report. */
    @WithDefault("P400D")
    Duration evidence();

    /** Finished reports and all that hangs on them, from their receipt. */
    @WithDefault("P1825D")
    Duration reports();

    /** Finished reports of a category that are kept for another time, by its code. */
    Map<String, Duration> categories();

    /** Answers to creating requests and results of imports. */
    @WithDefault("PT48H")
    Duration answers();
}
