// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * That an order was issued before a second person approved it.
 *
 * @param reason why it could not wait
 * @param reviewBy until when it stands without an approval
 */
@Embeddable
record EmergencyOverride(
        @Column(name = "overridden_at") Instant at,
        @Column(name = "override_reason") String reason,
        @Column(name = "review_by") Instant reviewBy) {}
