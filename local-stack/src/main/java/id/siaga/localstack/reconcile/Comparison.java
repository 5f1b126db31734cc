// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Finds in what two books differ: by digests of days, hours and minutes, and then thing by thing. What is on its way is no
 * difference: it is waited for.
 */
final class Comparison {

    private static final List<Duration> STEPS = List.of(Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(1));

    private final Books books;
    private final Settlement settlement;
    private final Span all;
    private long looked;

    /** @param all what is compared; begins with a day */
    Comparison(Books books, Settlement settlement, Span all) {
        this.books = books;
        this.settlement = settlement;
        this.all = all;
    }

    /** How many things the owners' books had. */
    long looked() {
        return looked;
    }

    List<Difference> of(Matter matter) {
        List<Span> spans = differing(matter);
        return spans.isEmpty() ? List.of() : settled(matter, spans);
    }

    private List<Span> differing(Matter matter) {
        List<Span> spans = List.of(all);
        for (Duration step : STEPS) {
            List<Span> smaller = new ArrayList<>();
            for (Span span : spans) {
                Map<Instant, Books.Digest> owners = books.digests(matter.owner(), matter, span, step);
                if (step.equals(STEPS.getFirst())) {
                    looked += owners.values().stream()
                            .mapToLong(Books.Digest::entries)
                            .sum();
                }
                if (matter.readerMayKnowMore()) {
                    owners.keySet().forEach(from -> smaller.add(Span.of(from, step)));
                    continue;
                }
                Map<Instant, Books.Digest> readers = books.digests(matter.reader(), matter, span, step);
                Set<Instant> begins = new TreeSet<>(owners.keySet());
                begins.addAll(readers.keySet());
                begins.stream()
                        .filter(from -> !Objects.equals(owners.get(from), readers.get(from)))
                        .forEach(from -> smaller.add(Span.of(from, step)));
            }
            spans = Span.joined(smaller);
            if (matter.readerMayKnowMore()) {
                return spans;
            }
        }
        return spans;
    }

    /** What differs twice in the same way: of some things the reader knows first, as of a withdrawal, and the owner is told. */
    private List<Difference> settled(Matter matter, List<Span> spans) {
        List<Difference> first = look(matter, spans);
        if (first.isEmpty()) {
            return first;
        }
        settlement.await(matter.reader(), matter.owner());
        Map<UUID, Difference> found = new HashMap<>();
        first.forEach(one -> found.put(one.id(), one));
        return look(matter, spans).stream()
                .filter(again -> again.isStill(found.get(again.id())))
                .toList();
    }

    /**
     * Asks the owner before and after the reader, who has taken meanwhile what the owner had told. So it can go on all the
     * time: what the reader knows has to lie between the two.
     */
    private List<Difference> look(Matter matter, List<Span> spans) {
        Map<UUID, Entry> before = books.entries(matter.owner(), matter, spans);
        settlement.await(matter.owner(), matter.reader());
        Map<UUID, Entry> readers = books.entries(matter.reader(), matter, spans);
        Map<UUID, Entry> after = books.entries(matter.owner(), matter, spans);
        List<Difference> differences = new ArrayList<>();
        for (UUID id : ids(before, readers)) {
            Entry owners = before.get(id);
            Entry last = after.get(id);
            boolean isGone = owners != null && last == null;
            if (!isGone && !matter.agree(owners, readers.get(id), last)) {
                Difference found = new Difference(matter, last, readers.get(id));
                if (!found.any().began().isBefore(all.from())) {
                    differences.add(found);
                }
            }
        }
        return differences;
    }

    private static Set<UUID> ids(Map<UUID, Entry> owners, Map<UUID, Entry> readers) {
        Set<UUID> ids = new TreeSet<>(owners.keySet());
        ids.addAll(readers.keySet());
        return ids;
    }
}
