// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.intake.submission.FollowItems;
import id.siaga.intake.submission.IntakeRefusal;
import id.siaga.intake.submission.ItemMove;
import id.siaga.intake.submission.StatusChange;
import id.siaga.messaging.EventHandler;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.UnreadableEvent;
import id.siaga.messaging.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Moves items as the desk says and tells each reporter what it can newly see, in one transaction. */
@ApplicationScoped
class FollowDesk implements EventHandler {

    private final FollowItems items;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    FollowDesk(FollowItems items, Outbox outbox, ObjectMapper json, Clock clock) {
        this.items = items;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        List<ItemMove> moves = events.stream()
                // The topic's contract is one type today; types that a later desk adds are not ours to judge.
                .filter(event -> event.type().equals(ItemStatusChanged.TYPE))
                .map(this::read)
                .toList();
        outbox.append(follow(moves).stream().map(this::event).toList());
    }

    private ItemMove read(IncomingEvent event) {
        try {
            return json.readValue(event.data(), ItemStatusChanged.class).move();
        } catch (IOException e) {
            throw new UnreadableEvent("not an item.status-changed that can be followed", e);
        }
    }

    private List<StatusChange> follow(List<ItemMove> moves) {
        try {
            return items.follow(moves);
        } catch (IntakeRefusal.UnknownReport e) {
            throw new UnreadableEvent("names a report or item that is not ours", e);
        }
    }

    private OutgoingEvent event(StatusChange change) {
        return new OutgoingEvent(
                ReportStatusChanged.TOPIC,
                change.reportId().toString(),
                Uuid7.next(clock),
                ReportStatusChanged.TYPE,
                change.reportId().toString(),
                change.statusVersion(),
                Set.of(change.party()),
                change.reportId().toString(),
                clock.instant(),
                bytes(ReportStatusChanged.of(change)));
    }

    private byte[] bytes(ReportStatusChanged event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of our own cannot be written", e);
        }
    }
}
