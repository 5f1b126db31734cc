// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.category.Category;
import id.siaga.triage.category.Flag;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.event.News;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Links reported items to cases, a batch in the caller's transaction. Locks are taken in one order everywhere: content
 * keys, cases, records, reports, and within each by value.
 */
@ApplicationScoped
class LinkReports {

    private static final int HEADLINE = 140;

    private final ContentKeys keys;
    private final Links links;
    private final Platforms platforms;
    private final Reporters reporters;
    private final CaseRecord record;
    private final Announcements announcements;
    private final Clock clock;

    LinkReports(
            ContentKeys keys,
            Links links,
            Platforms platforms,
            Reporters reporters,
            CaseRecord record,
            Announcements announcements,
            Clock clock) {
        this.keys = keys;
        this.links = links;
        this.platforms = platforms;
        this.reporters = reporters;
        this.record = record;
        this.announcements = announcements;
        this.clock = clock;
    }

    void link(List<ReportSubmitted> items) {
        Set<UUID> known = links.alreadyLinked(items);
        List<ReportSubmitted> fresh =
                items.stream().filter(item -> !known.contains(item.itemId())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, ContentKeys.Place> places = keys.claim(fresh, now);
        List<Links.Link> linked = fresh.stream()
                .map(item -> new Links.Link(item, placeOf(item, places)))
                .toList();
        List<Act> acts = new ArrayList<>();
        announcements.announce(open(linked, acts, now));
        Map<UUID, Links.Standing> standings =
                links.lock(linked.stream().map(link -> link.place().caseId()).collect(Collectors.toSet()));
        links.hurry(linked.stream()
                .filter(link -> !link.place().first() && urgent(link.item()))
                .map(link -> link.place().caseId())
                .collect(Collectors.toSet()));
        links.flag(flags(linked), now);
        links.store(linked, now);
        linked.forEach(link -> acts.add(act(link, now)));
        record.append(acts);
        reporters.tell(linked.stream().map(link -> told(link, standings)).toList(), now);
    }

    private static ContentKeys.Place placeOf(ReportSubmitted item, Map<String, ContentKeys.Place> places) {
        ContentKeys.Place place = places.get(item.content().key());
        if (place == null) {
            throw new IllegalStateException("Every claimed key has a place");
        }
        return place;
    }

    /** Opens a case for each content seen for the first time; the first item of the batch names it. */
    private List<News> open(List<Links.Link> linked, List<Act> acts, Instant now) {
        Map<UUID, List<ReportSubmitted>> byCase = new LinkedHashMap<>();
        linked.stream().filter(link -> link.place().first()).forEach(link -> byCase.computeIfAbsent(
                        link.place().caseId(), id -> new ArrayList<>())
                .add(link.item()));
        if (byCase.isEmpty()) {
            return List.of();
        }
        Set<String> known = platforms.byCode().keySet();
        List<Links.Opened> opened = new ArrayList<>();
        List<News> news = new ArrayList<>();
        byCase.forEach((caseId, items) -> {
            ReportSubmitted first = items.getFirst();
            Links.Opened file = new Links.Opened(
                    caseId,
                    first.category(),
                    items.stream().anyMatch(LinkReports::urgent),
                    items.stream().anyMatch(LinkReports::election),
                    headline(first));
            opened.add(file);
            news.add(CaseChanged.opened(file, first.content(), known, now).news("opened", 1));
            acts.add(new Act(caseId, now, Actor.SIAGA, "case-opened", null, Map.of("category", first.category())));
        });
        links.open(opened, now);
        return news;
    }

    /** Urgent is what the category makes so, or what a reporter gives a reason for; the assessment has the last word. */
    private static boolean urgent(ReportSubmitted item) {
        return Category.urgent(item.category()) || item.urgencyReason() != null;
    }

    private static boolean election(ReportSubmitted item) {
        return item.election() || Category.election(item.category());
    }

    private static String headline(ReportSubmitted item) {
        String text = item.statementOfReasons().strip();
        return text.codePointCount(0, text.length()) <= HEADLINE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, HEADLINE - 1)) + "…";
    }

    private static Set<Links.Raised> flags(List<Links.Link> linked) {
        Set<Links.Raised> raised = new LinkedHashSet<>();
        for (Links.Link link : linked) {
            UUID caseId = link.place().caseId();
            link.item()
                    .flags()
                    .forEach(flag -> raised.add(
                            new Links.Raised(caseId, flag, link.item().party())));
            if (election(link.item())) {
                raised.add(new Links.Raised(caseId, Flag.POLITICAL_SPEECH.code(), Actor.SIAGA.party()));
            }
        }
        return raised;
    }

    private static Act act(Links.Link link, Instant now) {
        ReportSubmitted item = link.item();
        return new Act(
                link.place().caseId(),
                now,
                Actor.SIAGA,
                "item-linked",
                null,
                Map.of("report", item.reportId(), "item", item.itemId(), "party", item.party()));
    }

    /** A report on a case that has moved on, or ended, learns at once how far it is. */
    private static Reporters.Told told(Links.Link link, Map<UUID, Links.Standing> standings) {
        Links.Standing standing = standings.get(link.place().caseId());
        if (standing == null) {
            throw new IllegalStateException("Every linked item has a case");
        }
        return new Reporters.Told(link.item().reportId(), link.item().itemId(), standing.progress(), standing.reason());
    }
}
