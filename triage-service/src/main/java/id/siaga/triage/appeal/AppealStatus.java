// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import java.util.Arrays;
import java.util.List;

/** Where an appeal stands. */
public enum AppealStatus {
    RECEIVED,
    /** The decision was wrong: it is reversed, and the platform is asked to undo what it did. */
    UPHELD,
    REJECTED;

    public boolean canBecome(AppealStatus next) {
        return switch (this) {
            case RECEIVED -> next == UPHELD || next == REJECTED;
            case UPHELD, REJECTED -> false;
        };
    }

    public List<AppealStatus> allowed() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
