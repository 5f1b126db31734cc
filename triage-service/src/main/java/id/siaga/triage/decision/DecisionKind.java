// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.order.Instrument;
import java.util.Optional;

/** What can be decided about a case. */
public enum DecisionKind {
    DISMISS,
    REFERRAL,
    NOTICE,
    ORDER,
    CLARIFY;

    /** The power that is used against a platform, if any. */
    public Optional<Instrument> instrument() {
        return switch (this) {
            case REFERRAL -> Optional.of(Instrument.REFERRAL);
            case NOTICE -> Optional.of(Instrument.NOTICE);
            case ORDER -> Optional.of(Instrument.ORDER);
            case DISMISS, CLARIFY -> Optional.empty();
        };
    }
}
