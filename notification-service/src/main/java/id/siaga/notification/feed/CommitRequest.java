// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to where a party has what it may know. */
public record CommitRequest(
        @Schema(description = "A next of what was pulled, or the id of an event of the stream.")
        @NotNull(message = "is required")
        @Size(max = FeedCursor.LONGEST, message = "must have at most 200 characters")
        String after) {}
