// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.time.Instant;
import java.util.UUID;

/** What the desk is told about a reported item: its members are the event's data. */
sealed interface ItemEvent permits ReportSubmitted, ReportSupplemented, ReportWithdrawn {

    String type();

    UUID reportId();

    UUID itemId();

    /** What the item is about; it decides the order in which the desk reads. */
    String contentKey();

    Instant at();
}
