// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.triage.clock.ClockKind;
import java.util.Arrays;

/** Who could not act during an outage. */
public enum Affects {
    ALL,
    DESK,
    PLATFORMS;

    /** The names of the kinds of clocks that are due later by it. */
    String[] kinds() {
        return Arrays.stream(ClockKind.values())
                .filter(this::extend)
                .map(ClockKind::name)
                .toArray(String[]::new);
    }

    private boolean extend(ClockKind kind) {
        return switch (this) {
            case ALL -> true;
            case DESK -> !kind.ofPlatform();
            case PLATFORMS -> kind.ofPlatform();
        };
    }

    /** Whether somebody is affected by both. */
    boolean meets(Affects other) {
        return this == ALL || other == ALL || this == other;
    }
}
