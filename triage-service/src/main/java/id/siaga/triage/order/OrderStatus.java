// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import java.util.Arrays;
import java.util.List;

/** Where an order stands. */
public enum OrderStatus {
    ISSUED,
    DELIVERED,
    ACKNOWLEDGED,
    ANSWERED,
    CLOSED;

    /** Whether this may be followed by that; an answer implies what comes before it, so that the quick are welcome. */
    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case ISSUED -> next == DELIVERED || next == ACKNOWLEDGED || next == ANSWERED;
            case DELIVERED -> next == ACKNOWLEDGED || next == ANSWERED;
            case ACKNOWLEDGED -> next == ANSWERED;
            case ANSWERED -> next == CLOSED;
            case CLOSED -> false;
        };
    }

    public List<OrderStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
