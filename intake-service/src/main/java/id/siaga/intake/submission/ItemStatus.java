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
    DISMISSED,
    WITHDRAWN;

    // The last three are all finished; a report that was acted on in part says so, and one is withdrawn only as a
    // whole.
    private static final Comparator<ItemStatus> LEAST_FINISHED = Comparator.naturalOrder();

    /** Whether the desk, or the reporter, has finished with the item. */
    boolean isFinal() {
        return switch (this) {
            case CLOSED, DISMISSED, WITHDRAWN -> true;
            case RECEIVED, LINKED, IN_REVIEW, ORDERED, ANSWERED -> false;
        };
    }

    /** The status of a whole report: the least finished of its items'. */
    static ItemStatus leastFinished(Collection<ItemStatus> items) {
        return items.stream().min(LEAST_FINISHED).orElseThrow();
    }
}
