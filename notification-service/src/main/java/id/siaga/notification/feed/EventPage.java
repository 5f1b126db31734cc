// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the party may know, in the order in which it can be read. */
public record EventPage(
        @Schema(type = SchemaType.ARRAY, implementation = CloudEvent.class) @Size(max = EventPage.MOST)
        List<StoredEvent> events,

        @Schema(description = "Where to go on, also when there are no events: what a filter left out is passed.")
        @Size(max = FeedCursor.LONGEST)
        String next,

        @Schema(description = "Whether there is more to look at now.")
        boolean more) {

    static final int MOST = 500;

    static EventPage of(FeedPage page, TypeFilter types) {
        return new EventPage(
                page.events().stream()
                        .map(placed -> new StoredEvent(placed.event()))
                        .toList(),
                new FeedCursor(page.next(), types).toString(),
                page.more());
    }
}
