// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.waiting.WaitKind;
import java.util.Arrays;
import java.util.List;

/** Where an order stands. */
public enum OrderStatus {
    ISSUED,
    DELIVERED,
    ACKNOWLEDGED,
    CLARIFICATION_REQUESTED,
    IMPOSSIBLE,
    ANSWERED,
    CLOSED;

    /** Whether this may be followed by that; an answer implies what comes before it, so that the quick are welcome. */
    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case ISSUED -> next == DELIVERED || next == ACKNOWLEDGED || next.waiting() || next == ANSWERED;
            case DELIVERED -> next == ACKNOWLEDGED || next.waiting() || next == ANSWERED;
            case ACKNOWLEDGED -> next.waiting() || next == ANSWERED;
            case CLARIFICATION_REQUESTED, IMPOSSIBLE -> next == ACKNOWLEDGED || next == ANSWERED;
            case ANSWERED -> next == CLOSED;
            case CLOSED -> false;
        };
    }

    public List<OrderStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }

    /** Whether it is the desk that has to say something before the platform can act. */
    public boolean waiting() {
        return switch (this) {
            case CLARIFICATION_REQUESTED, IMPOSSIBLE -> true;
            case ISSUED, DELIVERED, ACKNOWLEDGED, ANSWERED, CLOSED -> false;
        };
    }

    /** How an order stands that waits for this. */
    static OrderStatus waitingFor(WaitKind kind) {
        return switch (kind) {
            case CLARIFICATION -> CLARIFICATION_REQUESTED;
            case IMPOSSIBILITY -> IMPOSSIBLE;
        };
    }
}
