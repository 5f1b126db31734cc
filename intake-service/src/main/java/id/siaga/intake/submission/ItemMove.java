// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk says about one item.
 *
 * @param linkVersion the highest one of an item is its truth, in whatever order they arrive
 */
public record ItemMove(
        UUID reportId,
        UUID itemId,
        long linkVersion,
        ItemStatus status,
        @Nullable String reason,
        Instant at) {}
