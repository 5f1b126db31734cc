// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Why what was approved is undone. */
@Embeddable
record Reversal(
        @Column(name = "reversed_by") String by,
        @Column(name = "reversed_by_party") String party,
        @Column(name = "reversed_at") Instant at,
        @Column(name = "reversal_reason") String reason) {

    static Reversal of(Actor by, String reason, Instant at) {
        return new Reversal(by.key(), by.party(), at, reason);
    }
}
