// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClocksFired;
import id.siaga.triage.clock.Firing;
import id.siaga.triage.event.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells that a limit of an order is near or has passed, in the transaction that fires the clock. */
@ApplicationScoped
class AnnounceDeadlines {

    private final Sql sql;

    AnnounceDeadlines(Sql sql) {
        this.sql = sql;
    }

    private static final class Numbered {
        private final String platform;
        private final String party;
        private final Instrument instrument;
        private long next;

        private Numbered(String platform, String party, Instrument instrument, long next) {
            this.platform = platform;
            this.party = party;
            this.instrument = instrument;
            this.next = next;
        }
    }

    void announce(@Observes ClocksFired fired) {
        List<Firing> firings = fired.firings().stream()
                .filter(firing -> firing.kind().ofOrder())
                .toList();
        if (!firings.isEmpty()) {
            Map<UUID, Numbered> orders = number(firings);
            fired.announce(
                    firings.stream().map(firing -> news(firing, orders, fired)).toList());
        }
    }

    private News news(Firing firing, Map<UUID, Numbered> orders, ClocksFired fired) {
        Numbered order = orders.get(firing.orderId());
        if (order == null) {
            throw new IllegalStateException("Every clock has its order");
        }
        // What the desk has yet to do, such as to serve or to reply, is for the desk to mend, not for the platform to
        // know.
        Set<String> audience = firing.kind().ofPlatform() ? Set.of(order.party) : Set.of();
        return OrderNews.deadline(firing, order.platform, order.instrument, audience, order.next++, fired.at());
    }

    /** Takes as many numbers of each order as it has firings; the orders are locked by who claimed the clocks. */
    private Map<UUID, Numbered> number(List<Firing> firings) {
        Map<UUID, Long> counts = new HashMap<>();
        Map<UUID, Long> untold = new HashMap<>();
        firings.forEach(firing -> {
            counts.merge(firing.orderId(), 1L, Long::sum);
            untold.merge(firing.orderId(), firing.kind().ofPlatform() ? 0L : 1L, Long::sum);
        });
        List<UUID> ids = List.copyOf(counts.keySet());
        Map<UUID, Numbered> numbered = new HashMap<>();
        sql.list(
                        """
                        update orders o set sequence = o.sequence + n.firings, untold = o.untold + n.untold
                        from unnest(?, ?, ?) as n (id, firings, untold) where o.id = n.id
                        returning o.id, o.platform, o.party, o.instrument, o.sequence - n.firings + 1 as first""",
                        row -> Map.entry(
                                Sql.id(row, "id"),
                                new Numbered(
                                        row.getString("platform"),
                                        row.getString("party"),
                                        Instrument.valueOf(row.getString("instrument")),
                                        row.getLong("first"))),
                        ids.toArray(UUID[]::new),
                        ids.stream().map(counts::get).toArray(Long[]::new),
                        ids.stream().map(untold::get).toArray(Long[]::new))
                .forEach(entry -> numbered.put(entry.getKey(), entry.getValue()));
        return numbered;
    }
}
