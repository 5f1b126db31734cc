// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import java.util.Optional;

/** The steps up the ladder. */
public enum Step {
    REMINDER,
    LETTER_1,
    LETTER_2,
    LETTER_3,
    REGULATOR_REFERRAL;

    /** How far up; each has an interval of its own. */
    int rung() {
        return switch (this) {
            case REMINDER -> 0;
            case LETTER_1 -> 1;
            case LETTER_2 -> 2;
            case LETTER_3 -> 3;
            case REGULATOR_REFERRAL -> 4;
        };
    }

    /** What follows, if the platform still does not act. */
    Optional<Step> next() {
        return switch (this) {
            case REMINDER -> Optional.of(LETTER_1);
            case LETTER_1 -> Optional.of(LETTER_2);
            case LETTER_2 -> Optional.of(LETTER_3);
            case LETTER_3 -> Optional.of(REGULATOR_REFERRAL);
            case REGULATOR_REFERRAL -> Optional.empty();
        };
    }
}
