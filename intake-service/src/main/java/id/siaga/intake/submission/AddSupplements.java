// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds to items what their party says later, one or a thousand at once, and has the desk told. */
@ApplicationScoped
class AddSupplements {

    private final Supplements supplements;
    private final DeskEvents events;
    private final Clock clock;

    AddSupplements(Supplements supplements, DeskEvents events, Clock clock) {
        this.supplements = supplements;
        this.events = events;
        this.clock = clock;
    }

    /** The ids of the supplements, in the order of the additions, and what the desk is to be told. */
    record Added(List<UUID> ids, List<OutgoingEvent> events) {}

    /** Within the caller's transaction; each item must be one of the report that its addition names. */
    Added add(List<Addition> additions, Instant now) {
        Map<UUID, Long> numbers = supplements.lock(
                additions.stream().map(Addition::reportId).collect(Collectors.toCollection(TreeSet::new)));
        Map<UUID, Supplements.Raised> items = supplements.raise(additions);
        Map<UUID, Long> sequences = new HashMap<>();
        additions.forEach(one -> sequences.merge(one.itemId(), 1L, Long::sum));
        sequences.replaceAll((item, count) -> at(items, item).sequence() - count);
        List<Supplements.New> stored = new ArrayList<>(additions.size());
        List<OutgoingEvent> told = new ArrayList<>(additions.size());
        for (Addition addition : additions) {
            long number = numbers.merge(addition.reportId(), 1L, Long::sum);
            long sequence = sequences.merge(addition.itemId(), 1L, Long::sum);
            Supplements.Raised item = at(items, addition.itemId());
            var supplement = new Supplements.New(Uuid7.next(clock), addition, item.number(), number);
            stored.add(supplement);
            told.add(events.of(event(supplement, item, now), sequence, addition.trace()));
        }
        supplements.store(stored, numbers, now);
        return new Added(stored.stream().map(Supplements.New::id).toList(), told);
    }

    private static Supplements.Raised at(Map<UUID, Supplements.Raised> items, UUID id) {
        Supplements.Raised item = items.get(id);
        if (item == null) {
            throw new IllegalStateException("Every item that is added to is there");
        }
        return item;
    }

    private static ReportSupplemented event(Supplements.New supplement, Supplements.Raised item, Instant now) {
        Addition addition = supplement.addition();
        return new ReportSupplemented(
                supplement.id(),
                addition.reportId(),
                addition.itemId(),
                item.number(),
                item.party(),
                item.contentKey(),
                addition.statement(),
                addition.newFacts(),
                addition.urgencyReason(),
                addition.references(),
                now);
    }
}
