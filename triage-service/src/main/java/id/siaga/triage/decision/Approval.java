// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.record.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The second person, who lets a decision take effect. */
@Embeddable
record Approval(
        @Column(name = "approved_by") String by,
        @Column(name = "approved_by_party") String party,
        @Column(name = "approved_at") Instant at,
        @Column(name = "approval_reason") @Nullable String reason) {

    static Approval of(Actor by, @Nullable String reason, Instant at) {
        return new Approval(by.key(), by.party(), at, reason);
    }
}
