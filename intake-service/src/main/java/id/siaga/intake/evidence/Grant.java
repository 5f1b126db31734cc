// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * That a platform is shown a file, because of an order, until a time.
 *
 * @param platform the party that the order addresses
 * @param grantedBy the person who decided it
 */
record Grant(
        UUID id,
        Sha256 sha256,
        UUID orderId,
        String platform,
        String grantedBy,
        Instant grantedAt,
        Instant expiresAt) {}
