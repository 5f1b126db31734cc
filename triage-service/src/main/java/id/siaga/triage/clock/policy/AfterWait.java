// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import java.time.Duration;
import java.time.Instant;

/** How a clock that has waited goes on; its policy says which. */
public enum AfterWait {
    /** With the time that it had left. */
    RESUME,
    /** With all of its time again. */
    RESTART;

    /** From where the clock is counted after a wait. */
    public Instant countedFrom(Instant before, Instant waitedFrom, Instant until) {
        return switch (this) {
            case RESUME -> before.plus(Duration.between(waitedFrom, until));
            case RESTART -> until;
        };
    }
}
