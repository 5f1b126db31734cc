// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.web.Caller;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant as the desk sees it. */
@Schema(description = "That a platform is shown a file, because of an order, until a time.")
record GrantView(
        UUID orderId, @Size(max = Caller.LONGEST_PARTY) String platform, Instant grantedAt, Instant expiresAt) {

    static GrantView of(Grant grant) {
        return new GrantView(grant.orderId(), grant.platform(), grant.grantedAt(), grant.expiresAt());
    }
}
