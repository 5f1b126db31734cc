// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import static id.siaga.triage.statistics.Count.ANSWERED;
import static id.siaga.triage.statistics.Count.ANSWERED_WITHIN_LEGAL_DUE;
import static id.siaga.triage.statistics.Count.ANSWERED_WITHIN_TARGET;
import static id.siaga.triage.statistics.Count.ANSWERED_WITHIN_THE_HOUR;
import static id.siaga.triage.statistics.Count.ANSWERED_WITH_LEGAL_DUE;
import static id.siaga.triage.statistics.Count.LOCATORS;
import static id.siaga.triage.statistics.Count.REPORTED;
import static id.siaga.triage.statistics.Count.RESTRICTED;
import static id.siaga.triage.statistics.Count.REVERSED;

import java.util.Set;

/** A share of one count in others, from 0 to 1. */
public enum Share {
    /** The promise: orders answered within an hour of the report. */
    WITHIN_THE_HOUR(ANSWERED_WITHIN_THE_HOUR),
    WITHIN_TARGET(ANSWERED_WITHIN_TARGET),
    WITHIN_LEGAL_DUE(ANSWERED_WITHIN_LEGAL_DUE),
    /** Of the locators that were answered, those that the platform refused. */
    REFUSED(Count.REFUSED),
    /** Of the reported items, those whose content had been reported before. */
    DUPLICATE(Count.DUPLICATE),
    /** Of the reported items that were decided about, those that the desk agreed with. */
    UPHELD(Count.UPHELD),
    DISMISSED(Count.DISMISSED),
    /** Of what the desk asked platforms for, what it had to take back. */
    OVERTURNED(REVERSED);

    private final Count part;

    Share(Count part) {
        this.part = part;
    }

    Count part() {
        return part;
    }

    /** What it is a share of, added up. */
    Set<Count> whole() {
        return switch (this) {
            case WITHIN_THE_HOUR, WITHIN_TARGET -> Set.of(ANSWERED);
            case WITHIN_LEGAL_DUE -> Set.of(ANSWERED_WITH_LEGAL_DUE);
            case REFUSED -> Set.of(LOCATORS);
            case DUPLICATE -> Set.of(REPORTED);
            case UPHELD, DISMISSED -> Set.of(Count.UPHELD, Count.DISMISSED);
            case OVERTURNED -> Set.of(RESTRICTED);
        };
    }
}
