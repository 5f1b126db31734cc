// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation.obligation;

import java.util.Arrays;
import java.util.List;

/** Where an obligation stands. */
public enum ObligationStatus {
    OPEN,
    PAID,
    WAIVED;

    /** Whether this may be followed by that. */
    public boolean canBecome(ObligationStatus next) {
        return switch (this) {
            case OPEN -> next == PAID || next == WAIVED;
            case PAID, WAIVED -> false;
        };
    }

    public List<ObligationStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
