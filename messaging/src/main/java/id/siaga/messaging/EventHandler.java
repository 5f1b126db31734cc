// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.util.List;

/** What a consumer does with events it has not seen before. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Applies the events, in order, inside the transaction that marks them as taken. May be called again with the same
     * events after a rollback, so its effects must be in that transaction only.
     *
     * @throws UnreadableEvent if one of them can never be taken; any other exception means "try again later"
     */
    void handle(List<IncomingEvent> events);
}
