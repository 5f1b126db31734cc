// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import java.util.Arrays;
import java.util.List;

/** Where a case stands. */
public enum CaseStatus {
    NEW,
    IN_REVIEW,
    DECIDED,
    CLOSED;

    /**
     * Whether this may be followed by that; an assessment may be repeated while the case is in review, and new facts open a
     * closed case again.
     */
    public boolean canBecome(CaseStatus next) {
        return switch (this) {
            case NEW -> next == IN_REVIEW;
            case IN_REVIEW -> next == IN_REVIEW || next == DECIDED;
            case DECIDED -> next == CLOSED;
            case CLOSED -> next == IN_REVIEW;
        };
    }

    public List<CaseStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
