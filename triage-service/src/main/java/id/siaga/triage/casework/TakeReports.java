// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.messaging.UnreadableEvent;
import id.siaga.triage.election.ElectionWindows;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.record.CaseRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes what reporters say, a batch in the caller's transaction. Locks are taken in one order everywhere: content keys,
 * cases, records, reports, and within each by value; so reports and what is said of them later are one pass, not several.
 */
@ApplicationScoped
class TakeReports {

    private final ContentKeys keys;
    private final Links links;
    private final ElectionWindows windows;
    private final LinkReports linkReports;
    private final AddSupplements addSupplements;
    private final WithdrawItems withdrawItems;
    private final AskDesk askDesk;
    private final CaseDesk desk;
    private final TriageClocks triage;
    private final CaseRecord record;
    private final Announcements announcements;
    private final Reporters reporters;
    private final Clock clock;

    TakeReports(
            ContentKeys keys,
            Links links,
            ElectionWindows windows,
            LinkReports linkReports,
            AddSupplements addSupplements,
            WithdrawItems withdrawItems,
            AskDesk askDesk,
            CaseDesk desk,
            TriageClocks triage,
            CaseRecord record,
            Announcements announcements,
            Reporters reporters,
            Clock clock) {
        this.keys = keys;
        this.links = links;
        this.windows = windows;
        this.linkReports = linkReports;
        this.addSupplements = addSupplements;
        this.withdrawItems = withdrawItems;
        this.askDesk = askDesk;
        this.desk = desk;
        this.triage = triage;
        this.record = record;
        this.announcements = announcements;
        this.reporters = reporters;
        this.clock = clock;
    }

    void take(Reported reported) {
        Set<UUID> known = links.alreadyLinked(reported.submitted());
        List<ReportSubmitted> fresh = reported.submitted().stream()
                .filter(item -> !known.contains(item.itemId()))
                .toList();
        Map<UUID, ReportSubmitted.Content> contents = contents(fresh, reported);
        if (contents.isEmpty()) {
            return;
        }
        Consequences then = new Consequences(clock.instant().truncatedTo(ChronoUnit.MICROS));
        Map<String, ContentKeys.Place> places = keys.claim(
                contents.values(),
                fresh.stream().map(item -> item.content().key()).collect(Collectors.toSet()),
                then.at());
        List<Links.Link> linked = linked(fresh, places);
        Set<UUID> toLookAt = new HashSet<>(linkReports.open(linked, then));
        Map<UUID, Links.Standing> standings = links.lock(
                places.values().stream().map(ContentKeys.Place::caseId).collect(Collectors.toSet()));
        linkReports.link(linked, then);
        Function<UUID, ContentKeys.Place> placeOf = item -> placeOf(item, contents, places);
        addSupplements.add(reported.supplemented(), placeOf, then);
        List<Reporters.Told> takenBack = withdrawItems.withdraw(reported.withdrawn(), placeOf, then);
        toLookAt.addAll(links.hurry(then.urgent()));
        toLookAt.addAll(links.elect(then.inElection()));
        askDesk.ask(standings, then);
        Set<UUID> reopened = reopen(standings, then);
        toLookAt.addAll(reopened);
        linked.stream()
                .filter(link -> !reopened.contains(link.place().caseId()))
                .forEach(link -> then.tell(told(link, standings)));
        takenBack.forEach(then::tell); // the last that is said of them
        desk.place(standings.keySet());
        triage.begin(then.received(toLookAt), then.at());
        record.append(then.acts());
        announcements.announce(then.news());
        reporters.tell(then.told(), then.at());
    }

    private List<Links.Link> linked(List<ReportSubmitted> fresh, Map<String, ContentKeys.Place> places) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Instant> times =
                fresh.stream().map(ReportSubmitted::submittedAt).sorted().toList();
        ElectionWindows.Standing elections = windows.between(times.getFirst(), times.getLast());
        return fresh.stream()
                .map(item -> new Links.Link(
                        item,
                        ContentKeys.Place.of(item.content().key(), places),
                        elections.cover(item.region(), item.submittedAt())))
                .toList();
    }

    /**
     * What each item is about. All events of one content come in order, by one partition: who speaks of an item that was
     * never linked follows a report that is among the dead letters, and goes after it.
     */
    private Map<UUID, ReportSubmitted.Content> contents(List<ReportSubmitted> fresh, Reported reported) {
        Set<UUID> later = reported.spokenOfAgain();
        Map<UUID, ReportSubmitted.Content> contents = links.contents(later);
        fresh.forEach(item -> contents.put(item.itemId(), item.content()));
        if (!contents.keySet().containsAll(later)) {
            throw new UnreadableEvent("The data names an item that was never linked");
        }
        return contents;
    }

    private static ContentKeys.Place placeOf(
            UUID item, Map<UUID, ReportSubmitted.Content> contents, Map<String, ContentKeys.Place> places) {
        ReportSubmitted.Content content = contents.get(item);
        if (content == null) {
            throw new IllegalStateException("Every item has its content");
        }
        return ContentKeys.Place.of(content.key(), places);
    }

    /** Only new facts open a closed case again; all who reported in it learn so. */
    private Set<UUID> reopen(Map<UUID, Links.Standing> standings, Consequences then) {
        List<UUID> reopened = new ArrayList<>();
        for (UUID id : then.withNewFacts()) {
            if (Links.Standing.of(id, standings).status() == CaseStatus.CLOSED) {
                desk.reopen(id, then.urgent().contains(id), then);
                reopened.add(id);
            }
        }
        reporters.everybody(reopened, Progress.IN_REVIEW, CaseDesk.REOPENED).forEach(then::tell);
        return Set.copyOf(reopened);
    }

    /** A report on a case that has moved on, or ended, learns at once how far it is. */
    private static Reporters.Told told(Links.Link link, Map<UUID, Links.Standing> standings) {
        Links.Standing standing = Links.Standing.of(link.place().caseId(), standings);
        return new Reporters.Told(link.item().reportId(), link.item().itemId(), standing.progress(), standing.reason());
    }
}
