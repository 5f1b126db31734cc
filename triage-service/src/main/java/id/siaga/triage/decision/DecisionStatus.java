// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import java.util.Arrays;
import java.util.List;

/** Where a decision stands. */
public enum DecisionStatus {
    PROPOSED,
    APPROVED,
    RETURNED,
    REVERSED;

    public boolean canBecome(DecisionStatus next) {
        return switch (this) {
            case PROPOSED -> next == APPROVED || next == RETURNED;
            case APPROVED -> next == REVERSED;
            case RETURNED, REVERSED -> false;
        };
    }

    public List<DecisionStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
