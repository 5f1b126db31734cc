// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.triage.event.News;
import id.siaga.triage.record.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Clocks that have reached their marks, for whoever has to announce that or to do something about it, in the transaction
 * that fires them. Those of orders and all others never come together; their orders, or their cases, are locked. Each kind
 * means something else: an observer tells them apart by an exhaustive switch.
 */
public final class ClocksFired {

    private final List<Firing> firings;
    private final Instant at;
    private final List<Act> acts = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    ClocksFired(List<Firing> firings, Instant at) {
        this.firings = List.copyOf(firings);
        this.at = at;
    }

    public List<Firing> firings() {
        return firings;
    }

    /** When it was noticed. */
    public Instant at() {
        return at;
    }

    /** What follows from it, to be recorded when every observer is done: the heads of records are locked last, and once. */
    public void record(Collection<Act> following) {
        acts.addAll(following);
    }

    /** Who has to be told of it, once it is on the record: news carry its head. */
    public void announce(Collection<News> following) {
        news.addAll(following);
    }

    List<Act> acts() {
        return acts;
    }

    List<News> news() {
        return news;
    }
}
