// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter can newly see of its report.
 *
 * @param statusVersion grows by one with every change of the report
 */
record StatusChange(
        UUID reportId,
        String party,
        @Nullable String reference,
        UUID itemId,
        int itemNumber,
        ItemStatus itemStatus,
        ItemStatus reportStatus,
        long statusVersion,
        @Nullable String reason,
        Instant at) {}
