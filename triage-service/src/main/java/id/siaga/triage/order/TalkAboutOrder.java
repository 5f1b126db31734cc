// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.order.talk.Message;
import id.siaga.triage.order.talk.MessageView;
import id.siaga.triage.order.talk.Messages;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.triage.task.FinishTask;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The desk and a platform talk about an order, however it stands. Nothing follows from what they say but that the desk has
 * a task to read it, until it has written something itself.
 */
@ApplicationScoped
public class TalkAboutOrder {

    private final Orders orders;
    private final Messages messages;
    private final CaseDesk cases;
    private final RaiseTasks tasks;
    private final FinishTask finishing;
    private final CaseRecord record;
    private final Announcements announcements;
    private final Set<String> deskParties;
    private final Clock clock;

    TalkAboutOrder(
            Orders orders,
            Messages messages,
            CaseDesk cases,
            RaiseTasks tasks,
            FinishTask finishing,
            CaseRecord record,
            Announcements announcements,
            @ConfigProperty(name = "siaga.desk.parties") Optional<Set<String>> deskParties,
            Clock clock) {
        this.orders = orders;
        this.messages = messages;
        this.cases = cases;
        this.tasks = tasks;
        this.finishing = finishing;
        this.record = record;
        this.announcements = announcements;
        this.deskParties = deskParties.orElse(Set.of());
        this.clock = clock;
    }

    /** A page of what was said, the oldest first. */
    public record MessagePage(
            @Size(max = 200) List<MessageView> messages,
            @Nullable String next) {}

    /**
     * What was said, from a place on.
     *
     * @param party whose order it must be; null for the desk
     */
    @Transactional
    public MessagePage page(@Nullable String party, UUID id, int limit, @Nullable String cursor) {
        if (orders.find(party, id).isEmpty()) {
            throw new TriageRefusal.NotFound();
        }
        List<Message> page = messages.page(id, after(cursor), limit + 1);
        List<MessageView> shown = page.stream()
                .limit(limit)
                .map(message -> MessageView.of(message, party == null))
                .toList();
        return page.size() <= limit
                ? new MessagePage(shown, null)
                : new MessagePage(
                        shown, Cursor.of(Integer.toString(page.get(limit - 1).number())));
    }

    private static int after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Integer.parseInt(Cursor.parse(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }

    /** The other side is told. */
    @Transactional
    public MessageView say(UUID id, Message.Side side, String text, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String party = side == Message.Side.PLATFORM ? by.party() : null;
        Order order = orders.lock(party, id).orElseThrow(TriageRefusal.NotFound::new);
        CaseFile file = cases.lock(order.asked().caseId());
        List<Act> raised = new ArrayList<>();
        switch (side) {
            case PLATFORM ->
                raised.addAll(tasks.raise(
                        List.of(new RaiseTasks.Raised(
                                TaskKind.READ_MESSAGE,
                                file.id(),
                                null,
                                id,
                                file.progress().name(),
                                1)),
                        now));
            case DESK -> finishing.finishOf(TaskKind.READ_MESSAGE, id, "The desk has written.", by, now);
        }
        Message said = messages.add(id, Uuid7.at(now), side, text, by, now);
        record.append(new Act(
                order.asked().caseId(),
                now,
                by,
                "order-message-posted",
                text,
                Map.of("order", id, "message", said.id(), "side", side)));
        record.append(raised);
        announcements.announce(MessageNews.said(order, said, deskParties));
        return MessageView.of(said, true);
    }
}
