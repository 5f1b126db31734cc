// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.notification.delivery.KeptEvents;
import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.notification.feed.FeedEntries.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads on in what a party may know: what names it and, while it is a partner, what every partner may know. Both keep their
 * own order; between them, what was taken first comes first.
 */
@ApplicationScoped
class ReadFeed {

    /** How far one look goes, whatever it finds: a filter that fits nothing must not read a year. */
    private static final int REACH = 5000;

    private static final int MAX_BYTES = 4 << 20;

    private final FeedEntries entries;
    private final KeptEvents kept;

    ReadFeed(FeedEntries entries, KeptEvents kept) {
        this.entries = entries;
        this.kept = kept;
    }

    /** Where a reader waits for more. */
    static Map<String, Long> numbers(FeedReader reader, FeedPosition place) {
        return reader.partner()
                ? Map.of(reader.party(), place.own(), FeedReader.PARTNERS, place.shared())
                : Map.of(reader.party(), place.own());
    }

    /**
     * Refuses a place that the feed has not reached: it is of another feed, or of a database that was lost.
     *
     * @param where it stands in the request
     */
    void check(FeedPosition place, FeedReader reader, String where) {
        if (place.beyond(head(reader.party()))) {
            throw FeedCursor.refused(where);
        }
    }

    /** Behind what is no longer kept for a party. Some of what lies before it may still be there. */
    FeedPosition oldest(String party) {
        Map<String, Long> gone = entries.gone(List.of(party, FeedReader.PARTNERS));
        return new FeedPosition(gone.getOrDefault(party, 0L), gone.getOrDefault(FeedReader.PARTNERS, 0L));
    }

    /**
     * Refuses a place behind which something is no longer kept that the reader might have known.
     *
     * @param types what it reads: to commit the place that it is given says nothing of others
     * @throws NotificationRefusal.EventsGone from where it can go on
     */
    void requireKept(FeedReader reader, FeedPosition place, TypeFilter types) {
        FeedPosition all = oldest(reader.party());
        FeedPosition oldest = reader.partner() ? all : all.withShared(place.shared());
        if (oldest.beyond(place)) {
            throw new NotificationRefusal.EventsGone(
                    kept.since(), new FeedCursor(place.orLater(oldest), types).toString());
        }
    }

    /**
     * What follows a place, for a reader that is to know when it misses something.
     *
     * @throws NotificationRefusal.EventsGone when some of it is no longer kept
     */
    FeedPage next(FeedReader reader, FeedPosition place, TypeFilter types, int limit) {
        FeedPage page = after(reader, place, types, limit);
        if (page.next().beyond(place)) {
            // Last: what went while it was being read is missed, too.
            requireKept(reader, place, types);
        }
        return page;
    }

    /** What follows a place and is still kept. */
    FeedPage after(FeedReader reader, FeedPosition place, TypeFilter types, int limit) {
        // First: whatever is up to a head that was seen is there when entries are read.
        FeedPosition head = head(reader.party());
        Look own = look(reader.party(), place.own(), head.own(), types, "", limit);
        Look shared = reader.partner()
                ? look(FeedReader.PARTNERS, place.shared(), head.shared(), types, reader.party(), limit)
                : new Look(new ArrayDeque<>(), true, place.shared());
        return page(place, own, shared, limit, reader.partner() ? head : head.withShared(place.shared()));
    }

    FeedPosition head(String party) {
        Map<String, Long> heads = entries.heads(List.of(party, FeedReader.PARTNERS));
        return new FeedPosition(heads.getOrDefault(party, 0L), heads.getOrDefault(FeedReader.PARTNERS, 0L));
    }

    /**
     * What one look into a channel found.
     *
     * @param whole whether that is all up to where it reached
     */
    private record Look(Deque<Entry> found, boolean whole, long reached) {}

    private Look look(String channel, long after, long head, TypeFilter types, String except, int limit) {
        long reach = Math.min(head, after + REACH);
        if (reach == after) {
            return new Look(new ArrayDeque<>(), true, reach);
        }
        List<Entry> found = entries.between(channel, after, reach, types, except, limit);
        return new Look(new ArrayDeque<>(found), found.size() < limit, reach);
    }

    /** An entry that goes onto a page, and the place behind it. */
    private record Taken(Entry entry, boolean shared, FeedPosition after) {}

    private FeedPage page(FeedPosition begin, Look own, Look shared, int limit, FeedPosition head) {
        List<Taken> taken = new ArrayList<>();
        FeedPosition place = begin;
        long bytes = 0;
        while (taken.size() < limit && bytes < MAX_BYTES) {
            Entry mine = own.found().peek();
            Entry ours = shared.found().peek();
            if (mine == null && ours == null) {
                break;
            }
            boolean first = ours == null || (mine != null && !ours.takenAt().isBefore(mine.takenAt()));
            Entry next = (first ? own : shared).found().remove();
            place = first ? place.withOwn(next.number()) : place.withShared(next.number());
            bytes += next.size();
            taken.add(new Taken(next, !first, place));
        }
        place = own.whole() && own.found().isEmpty() ? place.withOwn(own.reached()) : place;
        place = shared.whole() && shared.found().isEmpty() ? place.withShared(shared.reached()) : place;
        return new FeedPage(placed(taken), place, head.beyond(place));
    }

    private List<FeedPage.Placed> placed(List<Taken> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> bodies =
                entries.bodies(taken.stream().map(one -> one.entry().eventId()).toList());
        // What went since it was found is left out: whoever must not miss it is told of that.
        return taken.stream()
                .flatMap(one -> Optional.ofNullable(bodies.get(one.entry().eventId()))
                        .map(body -> new FeedPage.Placed(
                                one.after(), one.shared(), one.entry().takenAt(), body))
                        .stream())
                .toList();
    }
}
