// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;

/**
 * What was told again.
 *
 * @param restated how many things; the others are not known here
 */
public record RestatementView(
        UUID id, @Min(0) @Max(RestatementRequest.MOST) int restated) {}
