// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.category.Category;
import id.siaga.triage.category.Flag;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Links reported items to the cases of their contents, and opens those that are not yet; within the batch's transaction. */
@ApplicationScoped
class LinkReports {

    private static final int HEADLINE = 140;

    private final Links links;
    private final Concealments concealments;
    private final Platforms platforms;

    LinkReports(Links links, Concealments concealments, Platforms platforms) {
        this.links = links;
        this.concealments = concealments;
        this.platforms = platforms;
    }

    /** Links items to cases that are open by now, and locked. */
    void link(List<Links.Link> linked, Consequences then) {
        for (Links.Link link : linked) {
            UUID caseId = link.place().caseId();
            if (!link.place().first()) {
                then.repeat(link.place());
                if (urgent(link.item())) {
                    then.hurry(caseId, link.item().submittedAt());
                }
                if (link.inElection()) {
                    then.elect(caseId, link.item().submittedAt());
                }
            }
            if (link.item().newFacts() != null) {
                then.newFacts(caseId, link.item().submittedAt());
            }
            then.record(act(link, then.at()));
        }
        links.flag(flags(linked), then.at());
        links.store(linked, then.at());
        concealments.conceal(linked);
    }

    /** Opens a case for each content seen for the first time, and says which; the first item of the batch names it. */
    Set<UUID> open(List<Links.Link> linked, Consequences then) {
        Map<UUID, List<Links.Link>> byCase = new LinkedHashMap<>();
        linked.stream().filter(link -> link.place().first()).forEach(link -> byCase.computeIfAbsent(
                        link.place().caseId(), id -> new ArrayList<>())
                .add(link));
        if (byCase.isEmpty()) {
            return Set.of();
        }
        Set<String> known = platforms.byCode().keySet();
        List<Links.Opened> opened = new ArrayList<>();
        byCase.forEach((caseId, items) -> {
            ReportSubmitted first = items.getFirst().item();
            Links.Opened file = new Links.Opened(
                    caseId,
                    first.category(),
                    items.stream().anyMatch(link -> urgent(link.item())),
                    items.stream().anyMatch(link -> link.inElection() || election(link.item())),
                    headline(first));
            opened.add(file);
            items.forEach(link -> then.receive(caseId, link.item().submittedAt()));
            then.announce(CaseChanged.opened(
                            file, items.stream().map(Links.Link::item).toList(), known, then.at())
                    .news("opened", 1));
            then.record(
                    new Act(caseId, then.at(), Actor.SIAGA, "case-opened", null, Map.of("category", first.category())));
        });
        links.open(opened, then.at());
        return byCase.keySet();
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
}
