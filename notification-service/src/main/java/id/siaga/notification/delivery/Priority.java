// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

/** What goes first: orders overtake information. A subject is one or the other for good, so a lane is, too. */
public enum Priority {
    ORDER(0),
    INFORMATION(1);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** As the database keeps it; the lowest goes first. */
    int rank() {
        return rank;
    }

    static Priority of(String eventType) {
        return eventType.startsWith("id.siaga.order.") ? ORDER : INFORMATION;
    }
}
