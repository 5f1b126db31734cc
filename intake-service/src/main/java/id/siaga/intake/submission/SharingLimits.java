// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How reports that are sent at the same time share transactions; docs/adr says what was measured. */
@ConfigMapping(prefix = "siaga.sharing")
interface SharingLimits {

    /** Reports in one transaction. */
    @WithDefault("32")
    @Min(1)
    int reports();

    /** Transactions at the same time, in this replica. */
    @WithDefault("1")
    @Min(1)
    int transactions();
}
