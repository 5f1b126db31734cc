// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Why a decision did not come about, or did not stand. */
@Embeddable
record Returned(
        @Column(name = "returned_by") String by,
        @Column(name = "returned_by_party") String party,
        @Column(name = "returned_at") Instant at,
        @Column(name = "return_reason") String reason) {

    static Returned of(Actor by, String reason, Instant at) {
        return new Returned(by.key(), by.party(), at, reason);
    }
}
