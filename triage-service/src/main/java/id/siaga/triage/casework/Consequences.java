// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.event.News;
import id.siaga.triage.record.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What follows from a batch of reports. It is gathered before it is done, since cases, records and the counters of reports
 * are each locked once for the whole batch, in the one order.
 */
final class Consequences {

    /** Content that is reported again, whichever of its keys it was reported under. */
    record Repeated(UUID caseId, UUID contentId) {}

    private final Instant at;
    private final List<Act> acts = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final List<Reporters.Told> told = new ArrayList<>();
    private final Set<UUID> urgent = new TreeSet<>();
    private final Set<UUID> inElection = new TreeSet<>();
    private final Set<UUID> withNewFacts = new TreeSet<>();
    private final Map<UUID, Instant> received = new HashMap<>();
    private final Map<Repeated, Integer> repeated = new LinkedHashMap<>();
    private final Set<UUID> forsaken = new TreeSet<>();

    Consequences(Instant at) {
        this.at = at;
    }

    Instant at() {
        return at;
    }

    void record(Act act) {
        acts.add(act);
    }

    void record(Collection<Act> more) {
        acts.addAll(more);
    }

    /** Told once the acts are on the record, since news carry its head. */
    void announce(News one) {
        news.add(one);
    }

    void tell(Reporters.Told item) {
        told.add(item);
    }

    /** Somebody gave the case a reason not to wait. */
    void hurry(UUID caseId, Instant receivedAt) {
        urgent.add(caseId);
        receive(caseId, receivedAt);
    }

    /** The case was reported where and while an election is going on. */
    void elect(UUID caseId, Instant receivedAt) {
        inElection.add(caseId);
        receive(caseId, receivedAt);
    }

    /** Somebody said of the case what was not known before. */
    void newFacts(UUID caseId, Instant receivedAt) {
        withNewFacts.add(caseId);
        receive(caseId, receivedAt);
    }

    /** Intake received what the desk may have to look at. */
    void receive(UUID caseId, Instant receivedAt) {
        received.merge(caseId, receivedAt, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** When intake received the first of what is new of these cases. */
    Map<UUID, Instant> received(Collection<UUID> cases) {
        Map<UUID, Instant> some = new HashMap<>(received);
        some.keySet().retainAll(cases);
        return some;
    }

    /** Content of a case that was there before is reported again. */
    void repeat(ContentKeys.Place place) {
        repeated.merge(new Repeated(place.caseId(), place.standsFor()), 1, Integer::sum);
    }

    /** Nobody stands by a report of the case any longer. */
    void forsake(UUID caseId) {
        forsaken.add(caseId);
    }

    List<Act> acts() {
        return acts;
    }

    List<News> news() {
        return news;
    }

    List<Reporters.Told> told() {
        return told;
    }

    Set<UUID> urgent() {
        return urgent;
    }

    Set<UUID> inElection() {
        return inElection;
    }

    Set<UUID> withNewFacts() {
        return withNewFacts;
    }

    /** Contents, with how often each was repeated. */
    Map<Repeated, Integer> repeated() {
        return repeated;
    }

    Set<UUID> forsaken() {
        return forsaken;
    }
}
