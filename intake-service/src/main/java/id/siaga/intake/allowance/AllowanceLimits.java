// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How much a party, and each unit of it, may take; docs/limits.md says why these defaults. */
@ConfigMapping(prefix = "siaga.allowance")
public interface AllowanceLimits {

    /** Reports per second in the long run. */
    @WithDefault("200")
    @Min(1)
    int reportsPerSecond();

    /** Reports at once, after a pause. */
    @WithDefault("2000")
    @Min(1)
    int reportsAtOnce();

    /** Reports per day. */
    @WithDefault("500000")
    @Min(1)
    long reportsPerDay();

    /** Requests per second that only read. */
    @WithDefault("500")
    @Min(1)
    int readsPerSecond();

    /** Requests at once that only read, after a pause. */
    @WithDefault("5000")
    @Min(1)
    int readsAtOnce();

    /** Where the day of {@link #reportsPerDay} begins. */
    @WithDefault("Asia/Jakarta")
    ZoneId day();

    /** What is different for a party, by its id. */
    Map<String, Party> parties();

    /** What is different for one party; the rest is as for all. */
    interface Party {

        OptionalInt reportsPerSecond();

        OptionalInt reportsAtOnce();

        OptionalLong reportsPerDay();

        OptionalInt readsPerSecond();

        OptionalInt readsAtOnce();
    }
}
