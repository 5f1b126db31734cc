// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.category.Categories;
import id.siaga.intake.category.Category;
import id.siaga.intake.content.ContentKeys;
import id.siaga.intake.content.Reading;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import id.siaga.web.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds a report against what only the domain knows: categories, and whether an item names content. */
@ApplicationScoped
class CheckReport {

    private final Categories categories;
    private final ContentKeys keys;

    CheckReport(Categories categories, ContentKeys keys) {
        this.categories = categories;
        this.keys = keys;
    }

    /** The report ready to be stored; a refusal names every wrong place, not only the first. */
    ReportDraft check(ReportRequest request) {
        List<Problem.Place> errors = new ArrayList<>();
        Optional<Category> category = categories.find(request.category());
        if (category.isEmpty()) {
            errors.add(new Problem.Place(
                    "/category", Text.of("must be one of {0}", String.join(", ", categories.codes()))));
        }
        List<ReportDraft.Item> items = new ArrayList<>();
        for (int i = 0; i < request.items().size(); i++) {
            read(request.items().get(i), "/items/" + i, errors).ifPresent(items::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        boolean election = category.orElseThrow().election();
        return new ReportDraft(
                request.reference(),
                request.category(),
                request.statementOfReasons(),
                request.region(),
                election || Boolean.TRUE.equals(request.election()),
                request.urgencyReason(),
                flags(request, election),
                items,
                references(request));
    }

    private Optional<ReportDraft.Item> read(
            ReportRequest.ItemRequest item, String pointer, List<Problem.Place> errors) {
        String url = item.url();
        String text = item.text();
        if ((url == null) == (text == null)) {
            errors.add(new Problem.Place(pointer, "must have exactly one of url and text"));
            return Optional.empty();
        }
        Reading reading = url != null ? keys.ofUrl(url) : keys.ofText(Objects.requireNonNull(text));
        return switch (reading) {
            case Reading.Keyed keyed ->
                Optional.of(new ReportDraft.Item(url, text, Boolean.TRUE.equals(item.liveStream()), keyed.key()));
            case Reading.Refused refused -> {
                errors.add(new Problem.Place(pointer + (url != null ? "/url" : "/text"), refused.reason()));
                yield Optional.empty();
            }
        };
    }

    // Speech about an election is political until somebody of another organisation says otherwise.
    private static List<String> flags(ReportRequest request, boolean election) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(Objects.requireNonNullElse(request.flags(), Set.of()));
        if (election) {
            flags.add(Flag.POLITICAL_SPEECH);
        }
        return flags.stream().map(Flag::toString).toList();
    }

    private static List<ReportReference> references(ReportRequest request) {
        return Objects.requireNonNullElse(request.references(), List.<ReportRequest.ReferenceRequest>of()).stream()
                .map(one -> new ReportReference(one.url(), one.kind(), one.note()))
                .toList();
    }
}
