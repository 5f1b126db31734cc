// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Entries of a book in short: equal, where services know the same.
 *
 * @param from the time in the first id that could be among them
 * @param digest of the ids, states and counts of all of them
 */
public record BookDigest(
        Instant from,
        long entries,
        @Size(max = 16) @Pattern(regexp = "^[0-9a-f]{16}$") String digest) {}
