// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import java.util.Arrays;
import java.util.List;

/** Where a letter stands. */
public enum LetterStatus {
    DRAFTED,
    ISSUED,
    DISCARDED;

    /** Whether this may be followed by that. */
    boolean canBecome(LetterStatus next) {
        return switch (this) {
            case DRAFTED -> next == ISSUED || next == DISCARDED;
            case ISSUED, DISCARDED -> false;
        };
    }

    List<LetterStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
