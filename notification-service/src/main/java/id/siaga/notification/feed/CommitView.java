// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to where the party has committed now, which may be further than it has just said. */
public record CommitView(
        @Schema(description = "The cursor behind all that is committed.") @Size(max = FeedCursor.LONGEST)
        String committed) {}
