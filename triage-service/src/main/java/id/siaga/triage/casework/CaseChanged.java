// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.category.Category;
import id.siaga.triage.category.Severity;
import id.siaga.triage.event.News;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What partners are told of a case: no reporter, and no locator of what must not be found. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
record CaseChanged(
        UUID caseId,
        CaseStatus status,
        String category,
        @Nullable Severity severity,
        boolean urgent,
        List<String> platforms,
        List<String> locators,
        List<String> regions,
        @Nullable Decided decision,
        Instant at)
        implements News.Data {

    private static final Set<String> PARTNERS = Set.of("*");

    /** The approved decision. */
    record Decided(String kind, Instant decidedAt) {}

    /**
     * @param items those of which it is opened, the first of which names it
     * @param known codes of the directory: other content is on no platform
     */
    static CaseChanged opened(Links.Opened opened, List<ReportSubmitted> items, Set<String> known, Instant at) {
        ReportSubmitted.Content content = items.getFirst().content();
        boolean confidential = items.stream().anyMatch(item -> item.confidential(at));
        return new CaseChanged(
                opened.caseId(),
                CaseStatus.NEW,
                opened.category(),
                null,
                opened.urgent(),
                known.contains(content.platform()) ? List.of(content.platform()) : List.of(),
                locators(opened.category(), confidential || content.url() == null ? List.of() : List.of(content.url())),
                confidential
                        ? List.of()
                        : items.stream()
                                .map(ReportSubmitted::region)
                                .filter(Objects::nonNull)
                                .distinct()
                                .sorted()
                                .toList(),
                null,
                at);
    }

    /** @param regions that those name who reported it, but for what is confidential */
    static CaseChanged of(
            CaseFile file, Collection<CaseContent> contents, List<String> regions, Set<String> known, Instant at) {
        return new CaseChanged(
                file.id(),
                file.status(),
                file.category(),
                file.severity(),
                file.urgent(),
                contents.stream()
                        .map(CaseContent::platform)
                        .filter(known::contains)
                        .distinct()
                        .toList(),
                locators(
                        file.category(),
                        contents.stream()
                                .filter(content -> !content.confidential(at))
                                .map(content -> Objects.requireNonNullElse(content.url(), ""))
                                .toList()),
                regions,
                file.decided(),
                at);
    }

    private static List<String> locators(String category, List<String> urls) {
        return Category.redacted(category)
                ? List.of()
                : urls.stream().filter(url -> !url.isEmpty()).toList();
    }

    News news(String what, long sequence) {
        return new News(News.Topic.CASE, "case." + what, caseId, sequence, PARTNERS, caseId, at, this);
    }
}
