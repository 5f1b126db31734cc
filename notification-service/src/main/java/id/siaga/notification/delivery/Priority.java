// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

/**
 * What goes first: orders overtake information. A canary goes as an order, since it is to tell how orders fare. A subject is
 * one or the other for good, so a lane is, too.
 */
public enum Priority {
    ORDER(0),
    INFORMATION(1);

    private static final String ORDERS = "id.siaga.order.";
    private static final String CANARIES = "id.siaga.canary.";

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** As the database keeps it; the lowest goes first. */
    int rank() {
        return rank;
    }

    static Priority of(String eventType) {
        return eventType.startsWith(ORDERS) || eventType.startsWith(CANARIES) ? ORDER : INFORMATION;
    }

    /** SQL: whether a column's event type is one that goes as an order. */
    public static String isOrder(String column) {
        return "(" + column + " LIKE '" + ORDERS + "%' OR " + column + " LIKE '" + CANARIES + "%')";
    }

    /** SQL: the rank of a column's event type. */
    static String rankOf(String column) {
        return "CASE WHEN %s THEN %d ELSE %d END".formatted(isOrder(column), ORDER.rank, INFORMATION.rank);
    }
}
