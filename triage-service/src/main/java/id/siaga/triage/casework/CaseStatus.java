// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import java.util.Arrays;
import java.util.List;

/** Where a case stands. */
public enum CaseStatus {
    NEW,
    IN_REVIEW,
    DECIDED,
    CLOSED,
    MERGED;

    /**
     * Whether this may be followed by that; an assessment may be repeated while the case is in review, new facts open a
     * closed case again, as does the end of what was decided, and a case that moved into another one comes out of it as it
     * went in.
     */
    public boolean canBecome(CaseStatus next) {
        return switch (this) {
            case NEW -> next == IN_REVIEW || next == MERGED;
            case IN_REVIEW -> next == IN_REVIEW || next == DECIDED || next == MERGED;
            case DECIDED -> next == CLOSED || next == IN_REVIEW;
            case CLOSED -> next == IN_REVIEW;
            case MERGED -> next == NEW || next == IN_REVIEW;
        };
    }

    public List<CaseStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
