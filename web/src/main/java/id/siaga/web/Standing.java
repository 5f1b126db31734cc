// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.Arrays;
import java.util.List;

/** Whether a party may call. */
public enum Standing {
    ADMITTED,
    /** Nobody who acts for it is let in, until it is admitted again. */
    SUSPENDED,
    /** For good: its name is never another's. */
    LEFT;

    boolean canBecome(Standing next) {
        return switch (this) {
            case ADMITTED -> next == SUSPENDED || next == LEFT;
            case SUSPENDED -> next == ADMITTED || next == LEFT;
            case LEFT -> false;
        };
    }

    List<Standing> next() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
