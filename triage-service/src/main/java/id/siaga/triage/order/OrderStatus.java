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
    CLOSED,
    WITHDRAWN,
    REINSTATED,
    REAPPEARED;

    /**
     * Whether this may be followed by that; an answer implies what comes before it, so that the quick are welcome. Further
     * locators of an order may be found back.
     */
    public boolean canBecome(OrderStatus next) {
        return switch (this) {
            case ISSUED ->
                next == DELIVERED || next == ACKNOWLEDGED || next.waiting() || next == ANSWERED || next == WITHDRAWN;
            case DELIVERED -> next == ACKNOWLEDGED || next.waiting() || next == ANSWERED || next == WITHDRAWN;
            case ACKNOWLEDGED -> next.waiting() || next == ANSWERED || next == WITHDRAWN;
            case CLARIFICATION_REQUESTED, IMPOSSIBLE -> next == ACKNOWLEDGED || next == ANSWERED || next == WITHDRAWN;
            case ANSWERED -> next == CLOSED || next == WITHDRAWN || next == REAPPEARED;
            case CLOSED, REAPPEARED -> next == WITHDRAWN || next == REAPPEARED;
            case WITHDRAWN -> next == REINSTATED;
            case REINSTATED -> false;
        };
    }

    public List<OrderStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }

    /** Whether it is the desk that has to say something before the platform can act. */
    public boolean waiting() {
        return switch (this) {
            case CLARIFICATION_REQUESTED, IMPOSSIBLE -> true;
            case ISSUED, DELIVERED, ACKNOWLEDGED, ANSWERED, CLOSED, WITHDRAWN, REINSTATED, REAPPEARED -> false;
        };
    }

    /** Whether anything is still to come of what was asked, or has come; what is withdrawn or back needs a decision. */
    boolean stands() {
        return switch (this) {
            case ISSUED, DELIVERED, ACKNOWLEDGED, CLARIFICATION_REQUESTED, IMPOSSIBLE, ANSWERED, CLOSED -> true;
            case WITHDRAWN, REINSTATED, REAPPEARED -> false;
        };
    }

    /** Whether the platform is no longer asked for what the order says, but to undo it. */
    boolean withdrawn() {
        return switch (this) {
            case WITHDRAWN, REINSTATED -> true;
            case ISSUED, DELIVERED, ACKNOWLEDGED, CLARIFICATION_REQUESTED, IMPOSSIBLE, ANSWERED, CLOSED, REAPPEARED ->
                false;
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
