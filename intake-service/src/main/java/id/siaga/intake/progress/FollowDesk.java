// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.intake.submission.FollowItems;
import id.siaga.intake.submission.IntakeRefusal;
import id.siaga.intake.submission.ItemMove;
import id.siaga.messaging.EventHandler;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/** Moves items as the desk says. */
@ApplicationScoped
class FollowDesk implements EventHandler {

    private final FollowItems items;
    private final ObjectMapper json;

    FollowDesk(FollowItems items, ObjectMapper json) {
        this.items = items;
        this.json = json;
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        follow(events.stream()
                // The topic's contract is one type today; types that a later desk adds are not ours to judge.
                .filter(event -> event.type().equals(ItemStatusChanged.TYPE))
                .map(this::read)
                .toList());
    }

    private ItemMove read(IncomingEvent event) {
        try {
            return json.readValue(event.data(), ItemStatusChanged.class).move();
        } catch (IOException e) {
            throw new UnreadableEvent("not an item.status-changed that can be followed", e);
        }
    }

    private void follow(List<ItemMove> moves) {
        try {
            items.follow(moves);
        } catch (IntakeRefusal.UnknownReport e) {
            throw new UnreadableEvent("names a report or item that is not ours", e);
        }
    }
}
