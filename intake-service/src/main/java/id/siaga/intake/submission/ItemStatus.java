// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.util.Collection;
import java.util.Comparator;

/** What has become of a reported item, from the least finished to the most. */
public enum ItemStatus {
    RECEIVED,
    LINKED,
    IN_REVIEW,
    ORDERED,
    ANSWERED,
    CLOSED,
    DISMISSED;

    // CLOSED and DISMISSED are both finished; a report with both was acted on, so CLOSED stands first and wins.
    private static final Comparator<ItemStatus> LEAST_FINISHED = Comparator.naturalOrder();

    /** The status of a whole report: the least finished of its items'. */
    static ItemStatus leastFinished(Collection<ItemStatus> items) {
        return items.stream().min(LEAST_FINISHED).orElseThrow();
    }
}
