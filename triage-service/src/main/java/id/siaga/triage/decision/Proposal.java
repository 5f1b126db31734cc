// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Who proposed a decision. */
@Embeddable
record Proposal(
        @Column(name = "proposed_by") String by,
        @Column(name = "proposed_by_party") String party,
        @Column(name = "proposed_at") Instant at) {

    static Proposal of(Actor by, Instant at) {
        return new Proposal(by.key(), by.party(), at);
    }
}
