// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import java.time.Instant;

/**
 * A file that supports a report.
 *
 * @param mediaType what it really is
 */
record Evidence(Sha256 sha256, long size, String mediaType, Instant addedAt) {}
